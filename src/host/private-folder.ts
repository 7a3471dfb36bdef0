import { lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '#model/usage-error.ts';

/** True where we are the administrator: what we start must then run as somebody else. */
export const isRoot: boolean = process.getuid?.() === 0;

/**
 * A folder for what we keep between runs, in which nobody but us can put anything: what lies in it is run as a program.
 * An administrator's is readable to all, for the browser runs as nobody. QMS_CACHE names another place.
 */
export function privateFolder(): string {
  const problems: string[] = [];
  const place = firstOfOurs(problems);
  if (place !== null) return place;
  throw new UsageError({ en: 'There is no folder in which the browser can be unpacked safely: {problems}', 'zh-CN': '没有可安全解开浏览器的文件夹：{problems}' }, { problems: problems.join(', ') },
    { en: 'Name with QMS_CACHE a folder that belongs to you and that nobody else may write to, or with QMS_BROWSER an installed Chrome, Edge or Chromium.', 'zh-CN': '请用环境变量 QMS_CACHE 指定一个属于您、他人不能写入的文件夹，或用 QMS_BROWSER 指定已安装的 Chrome、Edge 或 Chromium。' });
}

/** The same folder, for what can be done without: null where there is none or QMS_CACHE=off. */
export function privatePlace(): string | null {
  return process.env['QMS_CACHE'] === 'off' ? null : firstOfOurs([]);
}

/** The first place that is ours, made if need be; `problems` takes why the others are not. */
function firstOfOurs(problems: string[]): string | null {
  for (const place of places()) {
    try {
      mkdirSync(place, { recursive: true, mode: isRoot ? 0o755 : 0o700 });
      if (isOurs(place)) return place;
      problems.push(place);
    } catch (error) {
      problems.push(`${place} (${(error as Error).message})`);
    }
  }
  return null;
}

function places(): string[] {
  const asked = process.env['QMS_CACHE'];
  if (asked && asked !== 'off') return [resolve(asked)];
  if (isRoot) return ['/var/cache/qms', join(tmpdir(), 'qms-root')];
  return [...homePlace(), join(tmpdir(), `qms-${userName()}`)];
}

function homePlace(): string[] {
  try {
    return [join(process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || join(homedir(), '.cache'), 'qms')];
  } catch {
    return []; // an account without a home
  }
}

/** Distinguishes people who share a machine; of some accounts the system knows not even the name. */
function userName(): string {
  return String(process.getuid?.() ?? process.env['USERNAME'] ?? 'nobody');
}

/** True for a real file or folder that is ours and that others cannot write to. Windows keeps a user's own folders to that user. */
export function isOurs(path: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats || stats.isSymbolicLink()) return false;
  return process.platform === 'win32' || (stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0);
}

/** True when no process has this number any more. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0); // asks, sends nothing
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
