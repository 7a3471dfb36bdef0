import { lstatSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import type { Stamp } from '#model/tree.ts';
import { stamper } from '../stamp.ts';
import type { Index } from './index-file.ts';

/**
 * True where no file and no folder was touched since the index was written. No folder is listed: a file that comes, goes or gets another name changes the stamp of
 * its folder. What is no regular file has no bytes to change.
 */
export function isUntouched(root: string, index: Index, stampOf: (stats: Stats) => Stamp = stamper(root)): boolean {
  const { folders, paths, isSameFolder, isSame, problemAt } = index;
  const at = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });
  try {
    const same = folders.length > 0 && folders.every((path, nth) => {
      const stats = at(join(root, path === '' ? '.' : path));
      return stats?.isDirectory() && isSameFolder(nth, stampOf(stats));
    });
    return same && paths.every((path, nth) => {
      if (problemAt(nth) !== '') return problemAt(nth) !== 'unreadable';
      const stats = at(`${root}${sep}${path}`);
      return stats?.isFile() && isSame(nth, { stamp: stampOf(stats) });
    });
  } catch {
    return false; // what cannot be seen now is looked into
  }
}
