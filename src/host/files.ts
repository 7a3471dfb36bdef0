import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync, type Stats } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { compareCodePoints } from '#model/diagnostic.ts';
import { treeOf, type Stamp, type Tree, type TreeEntry, type TreeFolder } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { sameNumbers, stamper } from './stamp.ts';

/** Folders that are never part of a manual. */
const skipped = new Set(['.git', 'node_modules', '.svn', '.hg']);

/** All files below a folder, in code-point order of path. Nothing is followed or opened that is not a regular file. */
export function readTree(root: string, ignore: (path: string) => boolean = () => false, stampOf: (stats: Stats) => Stamp = stamper(root)): Tree {
  const entries: TreeEntry[] = [];
  const folders: TreeFolder[] = [];
  const given = new Set<string>();
  let failed = false;
  const read = (path: string): Uint8Array => {
    given.add(path);
    try {
      return readRegular(`${root}${sep}${path}`);
    } catch (error) {
      failed = true;
      throw cannotRead(`${root}${sep}${path}`, error);
    }
  };
  const walk = (folder: string, itself: Stats | null): void => {
    if (itself) folders.push({ path: folder, stamp: stampOf(itself) });
    const found = listFolder(join(root, folder));
    if (found === null) {
      failed = true;
      entries.push(unreadable(folder));
    }
    for (const { name, stats, refused } of found ?? []) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (ignore(path)) continue;
      if (refused) {
        failed = true;
        entries.push(unreadable(path));
      } else if (stats?.isDirectory()) walk(path, stats);
      else entries.push(entryAt(path, () => read(path), stats, stampOf));
    }
  };
  walk('', lstatOrNull(join(root, '.')));
  const isStill = (besides: ReadonlySet<string>): boolean => entries.every(({ path, stamp }) => {
    if (!given.has(path) && !besides.has(path)) return true;
    const stats = stamp ? lstatOrNull(`${root}${sep}${path}`) : null;
    return stats !== null && stats.isFile() && sameNumbers(stamp, stampOf(stats));
  });
  return { ...treeOf(entries, folders), failed: () => failed, isStill };
}

/** A tree of files that somebody else listed. */
export function listedTree(root: string, files: readonly { readonly path: string; readonly size: number }[]): Tree {
  return treeOf(files.map(({ path, size }) => ({ path, size, read: () => readRegular(`${root}${sep}${path}`) })));
}

/** The nearest folder upwards that holds qms.yaml. */
export function findUpwards(from: string, name: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (lstatOrNull(join(folder, name))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Bytes of a file named on the command line; a pipe is read to its end. */
export async function readFileOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cannotRead(path, error);
  }
}

/** What the system said when it refused a path. */
export function cannotRead(path: string, cause: unknown): UsageError {
  return new UsageError({ en: 'Cannot read {path}: {problem}', 'zh-CN': '无法读取 {path}：{problem}' }, { path, problem: (cause as Error).message }, undefined, { cause });
}

/** The first bytes of a regular file; null for anything else, without waiting for it. */
export function readHead(path: string, size: number): Uint8Array | null {
  try {
    return readRegular(path, size);
  } catch {
    return null;
  }
}

/** What stands at a path, the link itself and not its target; null when nothing does or nothing can be seen. */
export function lstatOrNull(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** Whether a path leads to a folder, through links if need be. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path leads to a regular file, through links if need be. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** `refused`: it is there, but the system does not say what it is: perhaps a whole folder. */
interface Found { readonly name: string; readonly key: string; readonly stats: Stats | null; readonly refused: boolean }

/** What lies in a folder, in the order of whole paths: a folder sorts as its name and the slash that follows. Null when the system refuses. */
function listFolder(path: string): Found[] | null {
  try {
    const names = readdirSync(path).filter((name) => !name.startsWith('.') && !skipped.has(name));
    return names.map((name): Found => {
      const { stats, refused } = look(`${path}${sep}${name}`);
      return { name, stats, refused, key: stats?.isDirectory() ? `${name}/` : name };
    }).sort((a, b) => compareCodePoints(a.key, b.key));
  } catch {
    return null;
  }
}

function look(path: string): Pick<Found, 'stats' | 'refused'> {
  try {
    return { stats: lstatSync(path), refused: false };
  } catch (error) {
    return { stats: null, refused: (error as NodeJS.ErrnoException).code !== 'ENOENT' };
  }
}

/** What is gone again, or has a name that cannot be said, fails when it is read. */
function entryAt(path: string, read: () => Uint8Array, stats: Stats | null, stampOf: (stats: Stats) => Stamp): TreeEntry {
  if (stats === null) return { path, size: 0, read };
  if (stats.isFile()) return { path, size: stats.size, stamp: stampOf(stats), read };
  return { path, size: stats.size, problem: stats.isSymbolicLink() ? 'symlink' : 'not-a-file', read };
}

function unreadable(path: string): TreeEntry {
  return { path, size: 0, problem: 'unreadable', read: () => new Uint8Array() };
}

/** Opens without following links and without waiting for a pipe's writer, and reads only a regular file. */
function readRegular(path: string, limit = Infinity): Uint8Array {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile()) throw new Error(`no regular file: ${path}`);
    const size = Math.min(stats.size, limit);
    const bytes = Buffer.allocUnsafe(size);
    let read = 0;
    while (read < size) {
      const count = readSync(handle, bytes, read, size - read, read);
      if (count === 0) break;
      read += count;
    }
    return bytes.subarray(0, read);
  } finally {
    closeSync(handle);
  }
}
