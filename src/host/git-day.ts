import type { Commit, DayState } from '#model/host.ts';
import { UsageError } from '#model/usage-error.ts';
import { commitNamed } from './git.ts';
import { git } from './run-git.ts';

/** The commit that a name stands for, with its day; null when git knows none of that name. */
export async function commitAt(root: string, ref: string): Promise<Commit | null> {
  const commit = await commitNamed(root, ref);
  if (commit === null) return null;
  try {
    return (await newest(root, ['--no-walk', commit]))?.commit ?? null;
  } catch {
    return null;
  }
}

/**
 * What git holds of a day (YYYY-MM-DD, to its end in UTC). Only the first parents of HEAD are asked: a draft on a side branch was not in
 * force before it was merged, whatever day its commits bear.
 */
export async function stateOn(root: string, day: string): Promise<DayState> {
  if ((await commitNamed(root, 'HEAD')) === null) return { kind: 'no-git' };
  const end = Date.parse(`${day}T23:59:59Z`) / 1000;
  try {
    const head = await newest(root, ['HEAD']);
    if (head && head.seconds <= end) return { kind: 'present' };
    const past = end < 0 ? undefined : await newest(root, ['--first-parent', `--before=@${end} +0000`, 'HEAD']);
    if (past) return { kind: 'past', commit: past.commit };
    return { kind: (await git(root, ['rev-parse', '--is-shallow-repository'])).toString().trim() === 'true' ? 'shallow' : 'too-old' };
  } catch (error) {
    throw new UsageError({ en: 'git cannot tell the state of {day}.', 'zh-CN': 'git 读不出 {day} 的状态。' }, { day },
      { en: 'Is the repository whole? `git fsck` tells.', 'zh-CN': '仓库完整吗？可用 `git fsck` 检查。' }, { cause: error });
  }
}

/** The first commit that rev-list names, with its committer date. */
async function newest(root: string, args: readonly string[]): Promise<{ commit: Commit; seconds: number } | undefined> {
  const [seconds, commit] = (await git(root, ['rev-list', '-1', '--timestamp', ...args, '--'])).toString().trim().split(' ');
  if (!seconds || !commit) return undefined;
  return { commit: { commit, date: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) }, seconds: Number(seconds) };
}
