import { constants, readdirSync, readSync, openSync, closeSync, fstatSync, lstatSync, type Dirent } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { compareCodePoints } from '#model/diagnostic.ts';
import { treeOf, type Tree, type TreeEntry, type Unreadable } from '#model/tree.ts';

/** Folders that are never part of a manual. */
const skipped = new Set(['.git', 'node_modules', '.svn', '.hg']);

/** All files below a folder. Nothing is followed or opened that is not a regular file. */
export function readTree(root: string, ignore: (path: string) => boolean = () => false): Tree {
  const entries: TreeEntry[] = [];
  const walk = (folder: string): void => {
    for (const found of listFolder(join(root, folder))) {
      const path = folder ? `${folder}/${found.name}` : found.name;
      if (skipped.has(found.name) || ignore(path)) continue;
      if (found.isDirectory()) {
        if (!found.name.startsWith('.')) walk(path);
      } else if (!found.name.startsWith('.')) {
        entries.push(entryAt(root, path, found));
      }
    }
  };
  walk('');
  entries.sort((a, b) => compareCodePoints(a.path, b.path));
  return treeOf(entries);
}

/** The nearest folder upwards that holds qms.yaml. */
export function findUpwards(from: string, name: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (lstatOrNull(join(folder, name))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

export async function readFileOrNull(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export function lstatOrNull(path: string): ReturnType<typeof lstatSync> | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null;
}

function listFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return []; // a folder that cannot be listed shows itself as an entry of its parent
  }
}

function entryAt(root: string, path: string, found: Dirent): TreeEntry {
  const full = join(root, path);
  const size = lstatOrNull(full)?.size ?? 0;
  const problem = problemOf(path, found);
  return { path, size: Number(size), ...(problem ? { problem } : {}), read: () => readRegular(full) };
}

function problemOf(path: string, found: Dirent): Unreadable | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (found.isSymbolicLink()) return 'symlink';
  if (!found.isFile()) return 'not-a-file';
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/^-|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(name)) return 'bad-name';
  return undefined;
}

/** Opens without following links and without waiting for a pipe's writer, and reads only a regular file. */
function readRegular(path: string): Uint8Array {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = fstatSync(handle);
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
