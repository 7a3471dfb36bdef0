import { constants, lstatSync } from 'node:fs';
import { sep } from 'node:path';
import { trustIn, type Trust } from '../stamp.ts';
import { STAMP, type Front } from './index-file.ts';

/**
 * True where no file and no folder was touched since the index was written. No folder is listed: a file that comes, goes or gets another name changes the stamp of
 * its folder. What is no regular file has no bytes to change. A hundred thousand files are looked at here, so nothing is made of them but the answer.
 */
export function isUntouched(root: string, index: Front, trust: Trust = trustIn(root)): boolean {
  const { folders, pathText, problems, stamps } = index;
  const from = root === here() ? '' : root + sep; // from within the folder the system has less of each path to walk
  const files = stamps.length / STAMP - folders.length;
  try {
    if (folders.length === 0 || !folders.every((path, nth) => isAsKept(from + (path === '' ? '.' : path), constants.S_IFDIR, stamps, files + nth, trust))) return false;
    let at = 0; // in the text
    for (let nth = 0; nth < files; nth++) {
      const end = pathText.indexOf('\0', at);
      const problem = problems.get(nth);
      if (problem === 'unreadable' || (problem === undefined && !isAsKept(from + pathText.slice(at, end), constants.S_IFREG, stamps, nth, trust))) return false;
      at = end + 1;
    }
    return true;
  } catch {
    return false; // what cannot be seen now is looked into
  }
}

/** Null where the folder in which we are is gone. */
function here(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

const quietly = { throwIfNoEntry: false };

function isAsKept(path: string, kind: number, stamps: Float64Array, nth: number, { device, before }: Trust): boolean {
  const stats = lstatSync(path, quietly);
  const at = nth * STAMP;
  return stats !== undefined && (stats.mode & constants.S_IFMT) === kind && stats.dev === device && stats.ctimeMs > 0 && stats.ctimeMs < before
    && stats.size === stamps[at] && stats.mtimeMs === stamps[at + 1] && stats.ctimeMs === stamps[at + 2] && stats.ino === stamps[at + 3];
}
