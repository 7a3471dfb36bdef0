import { lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '#model/usage-error.ts';

/** True where we are the administrator: what we start must then run as somebody else. */
export const isRoot: boolean = process.getuid?.() === 0;

/**
 * A folder for what we keep between runs, in which nobody but us can put anything: what lies in it is run as a program.
 * An administrator's is readable to all, for the browser runs as nobody. QMS_CACHE names another place.
 */
export function privateFolder(): string {
  const asked = process.env['QMS_CACHE'];
  const places = asked ? [asked] : isRoot ? ['/var/cache/qms', join(tmpdir(), 'qms-root')]
    : [join(process.env['XDG_CACHE_HOME'] || process.env['LOCALAPPDATA'] || join(homedir(), '.cache'), 'qms'), join(tmpdir(), `qms-${userInfo().uid}`)];
  const problems: string[] = [];
  for (const place of places) {
    try {
      mkdirSync(place, { recursive: true, mode: isRoot ? 0o755 : 0o700 });
      if (isOurs(place)) return place;
      problems.push(place);
    } catch (error) {
      problems.push(`${place} (${(error as Error).message})`);
    }
  }
  throw new UsageError({ en: 'There is no folder in which the browser can be unpacked safely: {problems}', 'zh-CN': '没有可安全解开浏览器的文件夹：{problems}' }, { problems: problems.join(', ') },
    { en: 'Name with QMS_CACHE a folder that belongs to you and that nobody else may write to, or with QMS_BROWSER an installed Chrome, Edge or Chromium.', 'zh-CN': '请用环境变量 QMS_CACHE 指定一个属于您、他人不能写入的文件夹，或用 QMS_BROWSER 指定已安装的 Chrome、Edge 或 Chromium。' });
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
