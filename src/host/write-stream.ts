import { closeSync, fchmodSync, fsyncSync, futimesSync, linkSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '#model/usage-error.ts';
import { writeAll } from './output.ts';
import { cannotWrite, isPipeOrDevice, sweep, syncFolder, temporaryIn, tryTo } from './write.ts';

/** A temporary file counts as left behind when nothing was written to it for longer: shown to be at work more often than that. */
const ALIVE_MS = 20_000;
/** Smaller writes than this cost more than they save. */
const AT_ONCE = 256 * 1024;

/**
 * Writes a file piece by piece, as the pieces come. A kill or failure at any point, also of what makes the pieces, leaves the place as it was:
 * a temporary file beside it, fsync, rename. A pipe or device is written to.
 */
export async function writeStreamSafely(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && isPipeOrDevice(there)) return pour(openSync(path, 'a'), path, pieces);
  const attempt = <T>(step: () => T): T => attemptAt(path, step);
  if (there?.isDirectory()) throw new UsageError({ en: '{path} is a folder; name a file.', 'zh-CN': '{path} 是文件夹，请写文件名。' }, { path });
  const folder = dirname(path);
  attempt(() => mkdirSync(folder, { recursive: true }));
  tryTo(() => sweep(folder));
  const [temporary, earlier] = [temporaryIn(folder), temporaryIn(folder)];
  try {
    const handle = attempt(() => openSync(temporary, 'wx', 0o644));
    if (there) attempt(() => fchmodSync(handle, there.mode & 0o777));
    await pour(handle, path, pieces, () => fsyncSync(handle));
    // A second name for what stood there, so that it can be put back; a stick for computers of all kinds (exFAT) knows no second names.
    const kept = there !== undefined && tryTo(() => linkSync(path, earlier));
    attempt(() => renameSync(temporary, path));
    try {
      syncFolder(folder);
    } catch (error) {
      if (kept) tryTo(() => renameSync(earlier, path));
      else if (!there) tryTo(() => rmSync(path, { force: true }));
      throw cannotWrite(path, error);
    }
  } finally {
    for (const name of [temporary, earlier]) tryTo(() => rmSync(name, { force: true }));
  }
}

/** Writes them all, small ones gathered; closes the file whatever happens. */
async function pour(handle: number, path: string, pieces: AsyncIterable<Uint8Array>, end: () => void = () => {}): Promise<void> {
  const alive = setInterval(() => tryTo(() => futimesSync(handle, new Date(), new Date())), ALIVE_MS);
  let waiting: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    for (const bytes of waiting.length > 1 ? [Buffer.concat(waiting)] : waiting) attemptAt(path, () => writeAll(handle, bytes));
    [waiting, size] = [[], 0];
  };
  try {
    for await (const piece of pieces) {
      waiting.push(piece);
      size += piece.length;
      if (size < AT_ONCE) continue;
      flush();
      await new Promise((turn) => setImmediate(turn)); // else Ctrl-C is not heard where all that makes the pieces is at hand
    }
    flush();
    attemptAt(path, end);
  } finally {
    clearInterval(alive);
    attemptAt(path, () => closeSync(handle));
  }
}

function attemptAt<T>(path: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw cannotWrite(path, error);
  }
}
