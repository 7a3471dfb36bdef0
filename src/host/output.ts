import { writeSync } from 'node:fs';
import { UsageError } from '#model/usage-error.ts';

/** Writes all of it to standard output or standard error, whatever stands behind: throws UsageError when it did not arrive. */
export function printAll(descriptor: 1 | 2, text: string): void {
  try {
    writeAll(descriptor, Buffer.from(text, 'utf8'));
  } catch (error) {
    throw notArrived(error);
  }
}

/** What to say of output that met this error; nobody is left to hear of a pipe that was closed. */
export function notArrived(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return error;
  return new UsageError({ en: 'The output did not arrive: {problem}', 'zh-CN': '输出没有送达：{problem}' }, { problem: (error as Error).message }, undefined, { cause: error });
}

/** Writes all of it, waiting for a slow reader. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(handle, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a slow reader of a pipe
    }
  }
}
