import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ByteSource, FolderFile, FolderListing } from '#model/byte-source.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import { UsageError } from '#model/usage-error.ts';
import { cannotRead, isFolder, lstatOrNull } from './files.ts';

/** Opens a regular file, through links when `follow` is set; null when nothing stands there. Throws UsageError when it is none or the system refuses. */
export async function openFile(path: string, follow = true): Promise<ByteSource | null> {
  return lstatOrNull(path) === null ? null : open(path, follow);
}

/** All that lies below a folder; null when the path leads to none. */
export async function listFolder(root: string): Promise<FolderListing | null> {
  if (!isFolder(root)) return null;
  const files: FolderFile[] = [];
  const folders: string[] = [];
  const walk = (folder: string): void => {
    for (const found of guarded(join(root, folder), () => readdirSync(join(root, folder), { withFileTypes: true }))) {
      const path = folder === '' ? found.name : `${folder}/${found.name}`;
      if (found.isDirectory()) {
        folders.push(path);
        walk(path);
        continue;
      }
      const problem = found.isSymbolicLink() ? 'symlink' : found.isFile() ? undefined : 'not-a-file';
      files.push({ path, size: lstatOrNull(join(root, path))?.size ?? 0, ...(problem ? { problem } : {}), open: () => open(join(root, path), false) });
    }
  };
  walk('');
  return { files: files.sort((a, b) => compareCodePoints(a.path, b.path)), folders: folders.sort(compareCodePoints) };
}

function open(path: string, follow: boolean): ByteSource {
  const handle = guarded(path, () => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (follow ? 0 : constants.O_NOFOLLOW ?? 0)));
  const stats = fstatSync(handle);
  if (!stats.isFile()) {
    closeSync(handle);
    throw new UsageError({ en: '{path} is no regular file.', 'zh-CN': '{path} 不是普通文件。' }, { path });
  }
  return {
    size: stats.size,
    read: (at, length) => {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, stats.size - at)));
      let read = 0;
      while (read < bytes.length) {
        const count = guarded(path, () => readSync(handle, bytes, read, bytes.length - read, at + read));
        if (count === 0) break;
        read += count;
      }
      return bytes.subarray(0, read);
    },
    close: () => closeSync(handle),
  };
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw cannotRead(path, error);
  }
}
