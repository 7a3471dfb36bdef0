import { statfsSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import type { Stamp } from '#model/tree.ts';

/** A change as near as this (ms) to the moment of looking may be followed by another with the same time: file systems count in steps of up to two seconds. */
const TICK_MS = 3000;

/**
 * File systems of Linux that keep a change time of their own, on disks of this machine: ext2-4, XFS, Btrfs, ZFS, bcachefs, F2FS, JFS, ReiserFS, NILFS, tmpfs, overlay, squashfs, EROFS.
 * Networks answer from memory, FAT knows no change time, sshfs invents one.
 */
const timely = new Set([0xef53, 0x58465342, 0x9123683e, 0x2fc12fc1, 0xca451a4e, 0xf2f52010, 0x3153464a, 0x52654973, 0x3434, 0x01021994, 0x794c7630, 0x73717368, 0xe0f5e1e2]);

/** Whose change times say enough: those on this device (NaN: on none) that are older than this moment. */
export interface Trust { readonly device: number; readonly before: number }

/** Which stamps below a folder can be trusted when they are looked at from now on. */
export function trustIn(root: string, now: number = Date.now(), kindOf: (root: string) => number = fileSystem): Trust {
  return { device: timely.has(kindOf(root)) ? deviceOf(root) : NaN, before: now - TICK_MS };
}

/** Makes stamps of the files below a folder. */
export function stamper(root: string, { device, before }: Trust = trustIn(root)): (stats: Stats) => Stamp {
  return ({ size, mtimeMs, ctimeMs, ino, dev }) => ({
    size, modified: mtimeMs, changed: ctimeMs, inode: ino,
    trusted: dev === device && ctimeMs > 0 && ctimeMs < before,
  });
}

/** The stamp of one file, links followed; null when there is none. That of a pipe or a device is never trusted. */
export function fileStamp(path: string): Stamp | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  const stamp = stamper(dirname(path))(stats);
  return stats.isFile() ? stamp : { ...stamp, trusted: false };
}

/**
 * The number that Linux gives to the kind of a file system; 0 where nothing is known, as on Windows, which has change times but tells neither whether a drive
 * is on a network nor whether it keeps them: there files are compared by their bytes. On macOS whatever is not mounted below /Volumes or /Network is the disk of the machine.
 */
function fileSystem(root: string): number {
  if (process.platform === 'darwin') return /^\/(?:Volumes|Network|net)\//.test(root) ? 0 : 0xef53;
  try {
    return process.platform === 'linux' ? statfsSync(root).type : 0;
  } catch {
    return 0;
  }
}

/** NaN where nothing is known. */
function deviceOf(root: string): number {
  try {
    return statSync(root).dev;
  } catch {
    return NaN;
  }
}

/** True where the file system says the same of both. */
export function sameNumbers(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a?.size === b?.size && a?.modified === b?.modified && a?.changed === b?.changed && a?.inode === b?.inode;
}
