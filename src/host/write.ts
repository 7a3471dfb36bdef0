import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '#model/usage-error.ts';

/**
 * Writes a file so that a kill at any point leaves the old one or the new one: temporary file beside it, fsync, rename.
 * `exclusive` never replaces: two writers of one number cannot both win. A pipe or device is written to, never replaced.
 */
export function writeFileSafely(path: string, bytes: Uint8Array, exclusive = false): void {
  try {
    if (isPipeOrDevice(path) && !exclusive) writeInto(path, 'a', bytes);
    else writeBeside(path, bytes, exclusive);
  } catch (error) {
    if (exclusive && (error as NodeJS.ErrnoException).code === 'EEXIST' && (error as NodeJS.ErrnoException).syscall === 'link') {
      throw new UsageError({ en: '{path} exists already; nothing was written over it.', 'zh-CN': '{path} 已经存在；没有覆盖。' }, { path }, undefined, { cause: error });
    }
    throw new UsageError({ en: 'Cannot write {path}: {problem}', 'zh-CN': '无法写入 {path}：{problem}' }, { path, problem: (error as Error).message }, undefined, { cause: error });
  }
}

function writeBeside(path: string, bytes: Uint8Array, exclusive: boolean): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.qms-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeInto(temporary, 'wx', bytes); // exclusive: a link that waits there under this name is not followed
    if (exclusive) linkSync(temporary, path);
    else renameSync(temporary, path);
    syncFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeInto(path: string, flags: 'a' | 'wx', bytes: Uint8Array): void {
  const handle = openSync(path, flags, 0o644);
  try {
    writeAll(handle, bytes);
    if (flags === 'wx') fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isPipeOrDevice(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

/** Makes the rename itself survive a power cut; Windows has no way to ask for it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes all of it to standard output or standard error, whatever stands behind: throws UsageError when it did not arrive. */
export function printAll(descriptor: 1 | 2, text: string): void {
  try {
    writeAll(descriptor, Buffer.from(text, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw error;
    throw new UsageError({ en: 'The output did not arrive: {problem}', 'zh-CN': '输出没有送达：{problem}' }, { problem: (error as Error).message }, undefined, { cause: error });
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a slow reader of a pipe
    }
  }
}
