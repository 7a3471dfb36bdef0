import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#model/usage-error.ts';

/**
 * Writes a file so that a kill at any point leaves the old one or the new one: temporary file beside it, fsync, rename.
 * `exclusive` never replaces: two writers of one number cannot both win.
 */
export function writeFileSafely(path: string, bytes: Uint8Array, exclusive = false): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = openSync(temporary, 'w', 0o644);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (exclusive) linkSync(temporary, path);
    else renameSync(temporary, path);
    syncFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new UsageError({ en: '{path} exists already; nothing was written over it.', 'zh-CN': '{path} 已经存在；没有覆盖。' }, { path }, undefined, { cause: error });
    }
    throw new UsageError({ en: 'Cannot write {path}: {problem}', 'zh-CN': '无法写入 {path}：{problem}' }, { path, problem: (error as Error).message }, undefined, { cause: error });
  } finally {
    rmSync(temporary, { force: true });
  }
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

/** Writes all of it to standard output or standard error, whatever stands behind: throws when it did not arrive. */
export function printAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a slow reader of a pipe
    }
  }
}
