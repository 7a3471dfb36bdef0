import { statfsSync, statSync, type Stats } from 'node:fs';
import type { Stamp } from '#model/tree.ts';

/** A change as near as this (ms) to the moment of looking may be followed by another with the same time: file systems count in steps of up to two seconds. */
const TICK_MS = 3000;

/**
 * File systems of Linux that have no change time of their own, or one that others set: FAT, exFAT, FUSE (sshfs), SMB, 9p. Elsewhere a missing one is zero;
 * NTFS has one (ChangeTime).
 */
const timeless = new Set([0x4d44, 0x2011bab0, 0x65735546, 0xff534d42, 0xfe534d42, 0x517b, 0x01021997]);

/** Makes stamps of the files below a folder, looked at from now on. */
export function stamper(root: string, now: number = Date.now(), kindOf: (root: string) => number = fileSystem): (stats: Stats) => Stamp {
  const device = deviceOf(root);
  const timely = !timeless.has(kindOf(root));
  return ({ size, mtimeMs, ctimeMs, ino, dev }) => ({
    size, modified: mtimeMs, changed: ctimeMs, inode: ino,
    trusted: timely && dev === device && ctimeMs > 0 && ctimeMs < now - TICK_MS,
  });
}

function fileSystem(root: string): number {
  try {
    return process.platform === 'linux' ? statfsSync(root).type : 0;
  } catch {
    return 0x65735546; // nothing is known: as good as none
  }
}

function deviceOf(root: string): number {
  return statSync(root, { throwIfNoEntry: false })?.dev ?? -1;
}
