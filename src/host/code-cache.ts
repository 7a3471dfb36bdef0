import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isGone, isOurs, privatePlace } from './private-folder.ts';

/** Bytecode of a chunk, and the commands whose functions are in it. */
export interface KeptCode { readonly code: Buffer; readonly works: readonly string[] }

/** Digest of the bundle, written in by scripts/bundle.mjs: bytecode of another build is never run. */
declare const BUILD: string;

const monthInMs = 30 * 24 * 3_600_000;

/** A folder of ours for the bytecode of this build under this Node; undefined where there is none or QMS_CACHE says off: everything works without. */
export function codeFolder(): string | undefined {
  try {
    const place = privatePlace();
    if (place === null) return undefined;
    const folder = join(place, `code-${BUILD}-${process.version}-${process.arch}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return isOurs(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Whole bytecode only: what V8 gets is not checked by V8. File: code, names of commands as JSON, length of the names (4 bytes), checksum of all before (4 bytes). */
export function readCode(folder: string, chunk: string): KeptCode | undefined {
  try {
    const bytes = readFileSync(join(folder, chunk));
    const end = bytes.length - 8;
    if (crc32(bytes.subarray(0, end + 4)) !== bytes.readUInt32LE(end + 4)) return undefined;
    const start = end - bytes.readUInt32LE(end);
    return { code: bytes.subarray(0, start), works: JSON.parse(bytes.toString('utf8', start, end)) as string[] };
  } catch {
    return undefined;
  }
}

/** Old or new, never half; a disk that refuses costs speed, nothing else. */
export function writeCode(folder: string, chunk: string, { code, works }: KeptCode): void {
  const temporary = join(folder, `${chunk}.${process.pid}.tmp`);
  try {
    const there = readdirSync(folder);
    if (there.length === 0) sweep(join(folder, '..'));
    for (const name of there) {
      const writer = /\.(\d{1,10})\.tmp$/.exec(name)?.[1];
      if (writer !== undefined && isGone(Number(writer))) rmSync(join(folder, name), { force: true }); // what a killed run left
    }
    const names = Buffer.from(JSON.stringify(works));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(names.length);
    const body = Buffer.concat([code, names, length]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(body));
    writeFileSync(temporary, Buffer.concat([body, sum]), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, join(folder, chunk));
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // the next run sweeps
    }
  }
}

/** Removes the bytecode of builds that nobody has started for the first time within a month. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    if (name.startsWith('code-') && Date.now() - statSync(folder).mtimeMs > monthInMs) rmSync(folder, { recursive: true, force: true });
  }
}
