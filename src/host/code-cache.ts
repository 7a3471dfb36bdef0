import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGone, isOurs, privatePlace } from './private-folder.ts';

/** Bytecode of a chunk, and the commands whose functions are in it. */
export interface KeptCode { readonly code: Buffer; readonly works: readonly string[] }

/** Digest of the bundle, written in by scripts/bundle.mjs: bytecode of another build is never run. */
declare const BUILD: string;

/** Against damage alone, in a folder of ours: sha1 is the fastest at hand, and zlib, which has a checksum, is not needed otherwise. Bytes. */
const DIGEST = 20;
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

/** Whole bytecode only: what V8 gets is not checked by V8. File: code, names of commands as JSON, length of the names (4 bytes), digest of all before. */
export function readCode(folder: string, chunk: string): KeptCode | undefined {
  try {
    const bytes = readFileSync(join(folder, chunk));
    const end = bytes.length - DIGEST - 4;
    if (!hash('sha1', bytes.subarray(0, -DIGEST), 'buffer').equals(bytes.subarray(-DIGEST))) return undefined;
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
    writeFileSync(temporary, Buffer.concat([body, hash('sha1', body, 'buffer')]), { mode: 0o600, flag: 'wx' });
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
