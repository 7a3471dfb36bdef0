import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { changedMeanwhile } from '#model/changed-meanwhile.ts';
import { UsageError } from '#model/usage-error.ts';
import { writeAll } from './output.ts';
import { isGone } from './private-folder.ts';

/** What is to stand at a path. `exclusive` never replaces: two writers of one number cannot both win. `replaces`, the text that was edited: two editors of one text neither. */
export interface NewFile { readonly path: string; readonly bytes: Uint8Array; readonly exclusive?: boolean; readonly replaces?: string }

/** A file written beside its place, to be moved there; `before` is what a failure puts back. */
interface Staged extends NewFile { readonly temporary: string; before?: Uint8Array; placed?: boolean }

const staleAfter = 60_000;

/**
 * Writes files so that a kill at any point leaves each of them old or new, and a failure leaves all of them old:
 * temporary files beside them, fsync, then link or rename. A pipe or device is written to, never replaced.
 * Of several files that belong together, those an earlier run wrote before it was killed may stand already.
 */
export function writeFilesSafely(files: readonly NewFile[]): void {
  const staged: Staged[] = [];
  let path = '';
  try {
    for (const file of files) {
      ({ path } = file);
      const there = statSync(path, { throwIfNoEntry: false });
      if (there && isPipeOrDevice(there) && !file.exclusive) continue;
      tryTo(() => sweep(dirname(path)));
      if (file.exclusive && standsAlready(file, files.length > 1)) continue;
      mkdirSync(dirname(path), { recursive: true });
      const one: Staged = { ...file, temporary: temporaryIn(dirname(path)) };
      staged.push(one);
      writeInto(one.temporary, 'wx', one.bytes, there?.mode); // exclusive: a link that waits there under this name is not followed
    }
    for (const one of staged) {
      ({ path } = one);
      place(one);
    }
    for (const folder of new Set(staged.map((one) => dirname(one.path)))) syncFolder(folder);
    for (const { path: to, bytes } of files.filter((file) => !staged.some((one) => one.path === file.path) && !file.exclusive)) {
      path = to;
      writeInto(path, 'a', bytes);
    }
  } catch (error) {
    takeBack(staged);
    if (error instanceof UsageError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && (error as NodeJS.ErrnoException).syscall === 'link') throw taken(path, error);
    throw cannotWrite(path, error);
  } finally {
    for (const { temporary } of staged) tryTo(() => rmSync(temporary, { force: true }));
  }
}

export function cannotWrite(path: string, cause: unknown): UsageError {
  return new UsageError({ en: 'Cannot write {path}: {problem}', 'zh-CN': '无法写入 {path}：{problem}' }, { path, problem: (cause as Error).message }, undefined, { cause });
}

/** A name for a file at work, which `sweep` knows. */
export function temporaryIn(folder: string): string {
  return join(folder, `.qms-${process.pid}-${randomBytes(8).toString('hex')}.tmp`);
}

function taken(path: string, cause: unknown): UsageError {
  return new UsageError({ en: '{path} exists already; nothing was written over it.', 'zh-CN': '{path} 已经存在；没有覆盖。' }, { path }, undefined, { cause });
}

/** `ESTALE`: what was read is no longer there. */
function edited(path: string): UsageError {
  const cause = Object.assign(new Error(`ESTALE: ${path}`), { code: 'ESTALE' });
  return new UsageError(changedMeanwhile, { path }, { en: 'Run the command again: it takes the new text into account.', 'zh-CN': '请重新运行命令，将按新的内容处理。' }, { cause });
}

/** True for the very file of an earlier, killed run, where that may be; throws for any other. */
function standsAlready({ path, bytes }: NewFile, ours: boolean): boolean {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (!there) return false;
  if (ours && there.isFile() && there.size === bytes.length && readFileSync(path).equals(bytes)) return true;
  throw taken(path, Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' }));
}

/** Removes what killed runs left: our own name, a regular file, its writer gone or the file too old to be at work. */
export function sweep(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const pid = /^\.qms-(\d{1,10})-[0-9a-f]{16}\.tmp$/.exec(entry.name)?.[1];
    if (pid === undefined || !entry.isFile() || Number(pid) === process.pid) continue;
    const path = join(folder, entry.name);
    if (isGone(Number(pid)) || Date.now() - lstatSync(path).mtimeMs > staleAfter) rmSync(path, { force: true });
  }
}

function place(one: Staged): void {
  if (one.exclusive) {
    linkSync(one.temporary, one.path);
  } else {
    if (statSync(one.path, { throwIfNoEntry: false })?.isFile()) one.before = readFileSync(one.path);
    if (one.replaces !== undefined && one.replaces !== new TextDecoder().decode(one.before)) throw edited(one.path);
    renameSync(one.temporary, one.path);
  }
  one.placed = true;
}

/** As it was before, the last file first. Where the disk refuses even that, this file and those before it stay new and whole: what a kill at that point would have left. */
function takeBack(staged: readonly Staged[]): void {
  tryTo(() => {
    for (const { path, temporary, before, placed } of staged.toReversed()) {
      if (!placed) continue;
      if (before === undefined) {
        rmSync(path, { force: true });
        continue;
      }
      rmSync(temporary, { force: true });
      writeInto(temporary, 'wx', before, statSync(path).mode);
      renameSync(temporary, path);
    }
  });
}

/** Does what may fail: the next run sweeps, and the failure that counts is told elsewhere. */
export function tryTo(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

function writeInto(path: string, flags: 'a' | 'wx', bytes: Uint8Array, mode?: number): void {
  const handle = openSync(path, flags, 0o644);
  try {
    if (mode !== undefined) fchmodSync(handle, mode & 0o777);
    writeAll(handle, bytes);
    if (flags === 'wx') fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** True for what is written to where it stands, never replaced. */
export function isPipeOrDevice(stats: Stats): boolean {
  return !stats.isFile() && !stats.isDirectory();
}

/** Makes the rename itself survive a power cut; Windows has no way to ask for it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
