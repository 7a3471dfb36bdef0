import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Commit, DayState } from '#model/host.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import { allFacts } from './all-facts.ts';
import { wrongDay } from './day.ts';
import { openAt, projectOf, rootOf, type Opened } from './workspace.ts';

/** The workspace in the state that --as-of asks for. `day` is what was asked for, `commit` is '' for the files as they are now, `said` goes into the Outcome. */
export interface AsOf { readonly opened: Opened; readonly day: string | undefined; readonly commit: string; readonly said: Pick<Outcome, 'notes'> }

/** With --as-of DAY what git holds of that day, else the present files judged as of it; with --as-of REF that commit, judged as of its own day. */
export async function openAsOf(given: Given, env: Env): Promise<AsOf> {
  const asked = optionText(given, 'asOf');
  if (asked === undefined) return { opened: await openAt(env), day: undefined, commit: '', said: {} };
  return /^\d{4}-\d{2}-\d{2}$/.test(asked) ? onDay(asked, env) : atRef(asked, env);
}

/** The project for a view in the state that --as-of asks for. */
export async function projectAsOf(given: Given, env: Env): Promise<{ project: Project; said: AsOf['said'] }> {
  const { opened, day, said } = await openAsOf(given, env);
  return { project: projectOf(await allFacts(opened, env), opened.reading, day ?? opened.reading.config.today ?? env.today), said };
}

async function onDay(day: string, env: Env): Promise<AsOf> {
  if (wrongDay(day)) throw new UsageError({ en: 'There is no day {day}.', 'zh-CN': '没有 {day} 这一天。' }, { day });
  const state = await env.host.stateOn(await rootOf(env), day);
  if (state.kind !== 'past') return present(day, sentences[state.kind], env);
  const past = await opening(state.commit, day, env);
  return past ?? present(day, sentences.absent, env, state.commit);
}

async function atRef(ref: string, env: Env): Promise<AsOf> {
  const commit = await env.host.commitAt(await rootOf(env), ref);
  if (commit === null) {
    throw new UsageError({ en: '--as-of takes a day such as 2004-12-31 or a commit; git knows no commit "{ref}" here.', 'zh-CN': '--as-of 须是 2004-12-31 这样的日期或一个提交；git 在这里找不到提交“{ref}”。' }, { ref },
      { en: 'Write a day as YYYY-MM-DD. A shallow clone may lack a commit: fetch the history, e.g. with `fetch-depth: 0`.', 'zh-CN': '日期请写成 YYYY-MM-DD。浅克隆可能缺少提交：请取回历史，例如 `fetch-depth: 0`。' });
  }
  const past = await opening(commit, commit.date, env);
  if (past === null) throw new UsageError({ en: 'Commit {commit} of {date} has no qms.yaml in this folder.', 'zh-CN': '提交 {commit}（{date}）的这个文件夹里没有 qms.yaml。' }, shown(commit),
    { en: 'The manual may not have been there yet, or in another folder.', 'zh-CN': '当时手册可能还没有，或在别的文件夹里。' });
  // A day that the workspace pins for itself holds for its past states too.
  return { ...past, day: past.opened.reading.config.today ?? commit.date };
}

/** The workspace as that commit holds it; null when it holds none. */
async function opening(commit: Commit, day: string, env: Env): Promise<AsOf | null> {
  const opened = await openAt(env, commit.commit);
  if (!opened.tree.get('qms.yaml')) return null;
  return { opened, day, commit: commit.commit, said: { notes: `${format(sentences.past, { day, ...shown(commit) }, env.locale)}\n` } };
}

async function present(day: string, sentence: Text, env: Env, commit?: Commit): Promise<AsOf> {
  return { opened: await openAt(env), day, commit: '', said: { notes: `${format(sentence, { day, ...(commit && shown(commit)) }, env.locale)}\n` } };
}

const shown = ({ commit, date }: Commit): { commit: string; date: string } => ({ commit: commit.slice(0, 7), date });

/** Which state is shown. */
const sentences: Readonly<Record<DayState['kind'] | 'absent', Text>> = {
  past: { en: 'State of {day}: commit {commit} of {date}.', 'zh-CN': '{day} 的状态：提交 {commit}（{date}）。' },
  present: { en: 'State of {day}: the files as they are now; the last commit is not later than that day.', 'zh-CN': '{day} 的状态：现有文件；最近的提交不晚于这一天。' },
  'no-git': { en: 'State of {day}: the files as they are now, judged as of that day; git has no history of this folder.', 'zh-CN': '{day} 的状态：以现有文件按这一天判断；git 里没有这个文件夹的历史。' },
  'too-old': { en: 'State of {day}: the files as they are now, judged as of that day; no commit is that old.', 'zh-CN': '{day} 的状态：以现有文件按这一天判断；没有这么早的提交。' },
  shallow: {
    en: 'State of {day}: the files as they are now, judged as of that day; this shallow clone lacks the history of that day. Fetch it, e.g. with `git fetch --unshallow` or `fetch-depth: 0`.',
    'zh-CN': '{day} 的状态：以现有文件按这一天判断；浅克隆里没有这一天的历史，请取回，例如 `git fetch --unshallow` 或 `fetch-depth: 0`。',
  },
  absent: { en: 'State of {day}: the files as they are now, judged as of that day; commit {commit} of {date} has no qms.yaml in this folder.', 'zh-CN': '{day} 的状态：以现有文件按这一天判断；提交 {commit}（{date}）的这个文件夹里没有 qms.yaml。' },
};
