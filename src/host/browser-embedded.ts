import { chmodSync, createReadStream, createWriteStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { isGone, isOurs, isRoot, privateFolder } from './private-folder.ts';

/** A browser on disk; `libraries` is a folder of what it needs and the machine may lack. */
export interface BrowserFiles { readonly executable: string; readonly libraries?: string }

/** Written last: how long the program is. */
const seal = 'complete';

/** The browser inside the npm package @sparticuz/chromium, unpacked once into a folder of ours; null where it cannot run. Its own code would unpack into /tmp, for anybody to prepare. */
export async function embeddedBrowser(): Promise<BrowserFiles | null> {
  const shipped = embeddedPackage();
  if (!shipped) return null;
  const { bin, version } = shipped;
  const cache = privateFolder();
  const folder = join(cache, `chromium-${version}`);
  const files: BrowserFiles = { executable: join(folder, 'chrome'), libraries: join(folder, 'lib') };
  if (isWhole(folder, files.executable)) return files;
  for (const name of readdirSync(cache)) { // killed runs leave up to 220 MB
    const pid = /^unpacking-(\d{1,10})-/.exec(name)?.[1];
    if (pid !== undefined && isGone(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
  const made = mkdtempSync(join(cache, `unpacking-${process.pid}-`));
  try {
    const program = join(made, 'chrome');
    await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(program, { mode: 0o755, flags: 'wx' }));
    unpackTar(brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br'))), made);
    writeFileSync(join(made, seal), String(statSync(program).size));
    if (isRoot) chmodSync(made, 0o755);
    rmSync(folder, { recursive: true, force: true });
    try {
      renameSync(made, folder);
    } catch (error) {
      if (!isWhole(folder, files.executable)) throw error; // else another run was quicker
    }
    return files;
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

/** The package that brings the browser; null where that browser cannot run (it is built for Linux on x64) or was left out (--omit=optional). */
export function embeddedPackage(): { readonly name: string; readonly version: string; readonly bin: string } | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const main = mainFile('@sparticuz/chromium');
  if (main === null) return null;
  const root = join(dirname(main), '..');
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string };
  return { name, version, bin: join(root, 'bin') };
}

function mainFile(name: string): string | null {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    return null;
  }
}

function isWhole(folder: string, program: string): boolean {
  const stamp = join(folder, seal);
  return [folder, program, stamp].every(isOurs) && readFileSync(stamp, 'utf8') === String(statSync(program).size);
}

/** The regular files of a tar of plain names, as the package ships it. */
function unpackTar(tar: Buffer, to: string): void {
  const text = (at: number, length: number): string => tar.toString('latin1', at, at + length).replace(/\0.*$/s, '');
  for (let at = 0; at < tar.length && text(at, 100) !== '';) {
    const name = text(at, 100);
    const size = Number.parseInt(text(at + 124, 12), 8);
    if (!/^(?:[\w.-]+\/)*[\w.-]*$/.test(name) || name.includes('..')) throw new Error(`@sparticuz/chromium holds a file of an odd name: ${name}`);
    if (/^[0\0]?$/.test(text(at + 156, 1))) {
      mkdirSync(dirname(join(to, name)), { recursive: true });
      writeFileSync(join(to, name), tar.subarray(at + 512, at + 512 + size), { flag: 'wx', mode: 0o644 });
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
