import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attacks, type Targets } from '../host/attack-vectors.ts';
import { preparePrinting } from '../host/printing.ts';
import { bareWorkspace } from '../memory.ts';
import { readPdf } from '../render/read-pdf.ts';
import { temporaryFolder } from '../temporary.ts';
import { qms } from './run.ts';

const secret = 'TOP-SECRET-4711';
let server: Server;
let connections = 0;
let targets: Targets;

beforeAll(async () => {
  await preparePrinting();
  server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const outside = temporaryFolder({ 'secret.txt': secret, 'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text y="9">${secret}</text></svg>` });
  targets = { port: (server.address() as AddressInfo).port, secretText: join(outside, 'secret.txt'), secretPicture: join(outside, 'secret.svg') };
}, 120_000);
afterAll(() => { server.close(); });

/** One document for each attack. */
function manual(document: (html: string, id: string, at: string) => Record<string, string>): string {
  const entries = Object.values(attacks).flatMap((attack, index) => Object.entries(document(attack(targets), `AB/ZD-${String(index + 1).padStart(2, '0')}`, String(index + 1))));
  return temporaryFolder({ ...bareWorkspace, ...Object.fromEntries(entries) });
}
/** Drawings must be XML: an attack that is one is drawn, any other stands as text. */
const drawn = (html: string): string => (html.startsWith('<svg') ? html.replace(/<svg/, '<g').replace(/<\/svg>$/, '</g>') : `<text y="20"><![CDATA[${html}]]></text>`);
const front = (id: string, title: string, more = ''): string => `---\ntype: rule\nid: ${id}\ntitle: ${JSON.stringify(title)}\nowner: office\nrevision: A/0\nstatus: draft\n${more}---\n\n`;

/** What was printed: how many files, and whether any shows what it must not. */
async function printed(root: string): Promise<{ status: number | null; said: string; files: number; connections: number; leaks: string[] }> {
  connections = 0;
  const { status, stderr } = await qms(['-C', root, 'render', '--all', '-o', 'out'], { timeout: 180_000 });
  const names = readdirSync(root).includes('out') ? readdirSync(join(root, 'out')).filter((name) => name.endsWith('.pdf')) : [];
  const leaks: string[] = [];
  for (const name of names) if ((await readPdf(readFileSync(join(root, 'out', name)))).pages.join('').includes(secret)) leaks.push(name);
  return { status, said: stderr, files: names.length, connections, leaks };
}

test('52 attacks in body, title, table, list, code and front matter: all are printed, nobody is called, nothing is shown', async () => {
  const root = manual((html, id, at) => ({
    [`${at}.md`]: `${front(id, html, `changes:\n  - { revision: A/0, on: "2004-05-01", section: ${JSON.stringify(html)}, summary: ${JSON.stringify(html)} }\n`)}# ${html}\n\n${html}\n\n| 甲 | ${html.replaceAll('|', '\\|')} |\n|---|---|\n| ${html.replaceAll('|', '\\|')} | 乙 |\n\n- ${html}\n\n> ${html}\n\n[${html}](#x "${html.replaceAll('"', "'")}")\n`,
  }));
  expect(await printed(root)).toMatchObject({ status: 0, files: 52, connections: 0, leaks: [] });
}, 240_000);

test('52 attacks as pictures: by address, and inside a drawing of the workspace', async () => {
  const byAddress = manual((_, id, at) => ({ [`${at}.md`]: `${front(id, '图')}# 图\n\n![图](http://127.0.0.1:${targets.port}/${at})\n![图](file://${targets.secretPicture})\n![图](../${targets.secretPicture})\n` }));
  expect(await printed(byAddress)).toMatchObject({ status: 1, files: 0, connections: 0 });
  const drawings = manual((html, id, at) => ({
    [`${at}.md`]: `${front(id, '图')}# 图\n\n![图](pictures/${at}.svg)\n`,
    [`pictures/${at}.svg`]: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="99" height="99"><rect width="9" height="9"/><foreignObject width="90" height="90">${drawn(html)}</foreignObject>${drawn(html)}</svg>`,
  }));
  expect(await printed(drawings)).toMatchObject({ status: 0, files: 52, connections: 0, leaks: [] });
}, 240_000);
