import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, realpathSync, renameSync, rmSync, utimesSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { findUpwards, isFolder } from '../files.ts';
import { isOurs, privatePlace } from '../private-folder.ts';

/** A folder in which only we can have put anything; reading and writing there never throw for what the machine refuses. */
export interface Place {
  readonly folder: string;
  /** All of it or at most so many bytes; null where there is no such file, or one that is not ours. */
  read(name: string, most?: number): Buffer | null;
  /** A stretch of it; null also where it is shorter. */
  readPart(name: string, from: number, to: number): Buffer | null;
  /** Whole or not at all; false where it could not be written. */
  write(name: string, bytes: Uint8Array): boolean;
  remove(name: string): void;
  /** Bytes; 0 where there is none. */
  size(name: string): number;
  /** Says that the file is still in use. */
  touch(name: string): void;
}

/** The folder of all workspaces in ours; in that of one workspace, the file that says where it is. */
const KEPT = 'kept';
export const WHERE = 'where';

/**
 * Where a tool keeps what it learnt of a workspace: in a folder of our own, never in the repository, which would otherwise bring along what hides its faults.
 * Null where there is none.
 */
export function keptPlace(root: string, tool: string): Place | null {
  return attempt(() => {
    const real = realpathSync(root);
    const top = repositoryAround(real) ?? real;
    const place = privatePlace();
    if (place === null || `${realpathSync(place)}${sep}`.startsWith(`${top}${sep}`)) return null;
    const of = [nameOf(real), nameOf(tool)].reduce<string | null>((above, name) => above && ownFolder(join(above, name)), ownFolder(join(place, KEPT)));
    if (of === null) return null;
    const above = placeAt(join(of, '..'));
    if (above.read(WHERE)?.toString() !== real) above.write(WHERE, Buffer.from(real));
    return placeAt(of);
  });
}

/** The folder of the repository that brings this one along. Of a submodule (`.git` is a file there) that is the outermost one. */
function repositoryAround(folder: string): string | null {
  const top = findUpwards(folder, '.git');
  if (top === null || top === dirname(top) || isFolder(join(top, '.git'))) return top;
  return repositoryAround(dirname(top)) ?? top;
}

/** Makes the folder; null where something else waits there. */
function ownFolder(path: string): string | null {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return isOurs(path) ? path : null;
}

function nameOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

function placeAt(folder: string): Place {
  const remove = (name: string): void => { attempt(() => rmSync(join(folder, name), { force: true })); };
  return {
    folder, remove,
    size: (name) => attempt(() => lstatSync(join(folder, name)).size) ?? 0,
    touch: (name) => { attempt(() => utimesSync(join(folder, name), new Date(), new Date())); },
    read: (name, most) => attempt(() => readOwn(join(folder, name), (handle, { size }) => (most === undefined ? readFileSync(handle) : stretchOf(handle, 0, Math.min(most, size))))),
    readPart: (name, from, to) => attempt(() => readOwn(join(folder, name), (handle) => stretchOf(handle, from, to))),
    write(name, bytes) {
      const temporary = `${process.pid}-${process.hrtime.bigint()}.tmp`;
      const written = attempt(() => {
        writeFileSync(join(folder, temporary), bytes, { flag: 'wx', mode: 0o600 });
        renameSync(join(folder, temporary), join(folder, name));
        return true;
      });
      if (!written) remove(temporary);
      return written === true;
    },
  };
}

/** A regular file of ours that nobody else may write to. */
function readOwn(path: string, read: (handle: number, stats: Stats) => Buffer | null): Buffer | null {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(handle);
    const ours = process.platform === 'win32' || (stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0);
    return stats.isFile() && ours ? read(handle, stats) : null;
  } finally {
    closeSync(handle);
  }
}

function stretchOf(handle: number, from: number, to: number): Buffer | null {
  const bytes = Buffer.allocUnsafe(to - from);
  for (let length = 0; length < bytes.length;) {
    const read = readSync(handle, bytes, length, bytes.length - length, from + length);
    if (read === 0) return null;
    length += read;
  }
  return bytes;
}

/** Null for what the machine refuses; our own faults stay faults. */
export function attempt<T>(step: () => T): T | null {
  try {
    return step();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall !== 'string') throw error;
    return null;
  }
}
