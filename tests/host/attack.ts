import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { openPrinter } from '#host/browser.ts';
import type { Layer } from '#host/browser-arguments.ts';
import { dictionaries, readPdf } from '../render/read-pdf.ts';
import { temporaryFolder } from '../temporary.ts';
import { attacks, type Targets } from './attack-vectors.ts';

/** What the planted text says, and how wide the planted picture is. */
const secret = 'TOP-SECRET-4711';
const width = 13;

/** A picture without compression: 24 bits a dot, rows of whole words. */
function bitmap(): Uint8Array {
  const row = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * width, 0x7f);
  file.fill(0, 0, 54);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  for (const [at, value] of [[10, 54], [14, 40], [18, width], [22, width]] as const) file.writeUInt32LE(value, at);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return file;
}

export interface Outcome { /** Attacks whose listener was called. */ readonly connected: readonly string[]; /** Attacks whose PDF shows something of the planted files. */ readonly leaked: readonly string[]; /** Attacks that left no page to be printed. */ readonly unprinted: readonly string[] }

/** Prints every attack behind the given layers and says which got through. `place` puts an attack into a page. */
export async function attack(layers: ReadonlySet<Layer>, place: (html: string) => string): Promise<Outcome> {
  const printer = await openPrinter({}, new AbortController().signal, { layers });
  try {
    return await attackBy(async (html) => printer.print(place(html)));
  } finally {
    await printer.close();
  }
}

/** The same through any way of printing. */
export async function attackBy(print: (html: string) => Promise<Uint8Array>): Promise<Outcome> {
  const folder = temporaryFolder({ 'secret.txt': secret, 'secret.bmp': bitmap() });
  const connected = new Set<string>();
  const leaked = new Set<string>();
  const unprinted: string[] = [];
  const servers: Server[] = [];
  const one = async (name: string, html: (targets: Targets) => string): Promise<void> => {
    const server = createServer((socket) => {
      connected.add(name);
      socket.destroy();
    });
    servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const targets: Targets = { port: (server.address() as AddressInfo).port, secretText: join(folder, 'secret.txt'), secretPicture: join(folder, 'secret.bmp') };
    const bytes = await print(html(targets)).catch(() => null); // a page that goes elsewhere cannot be printed, which is no leak
    if (bytes === null) {
      unprinted.push(name);
      return;
    }
    const { pages } = await readPdf(bytes);
    const pictures = await dictionaries(bytes, 'Subtype', 'Image');
    if (pages.join('').includes(secret) || pictures.some((image) => image.get('Width')?.toString() === String(width))) leaked.add(name);
  };
  const waiting = Object.entries(attacks);
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await one(...next);
  }));
  await new Promise((later) => setTimeout(later, 300)); // what a page set going may still be on its way
  for (const server of servers) server.close();
  return { connected: [...connected].sort(), leaked: [...leaked].sort(), unprinted: unprinted.sort() };
}
