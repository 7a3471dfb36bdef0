import type { Env } from '#model/command.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { Project } from '#model/project.ts';
import { treeOf } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import { readFacts } from '#load/load.ts';
import { sentence } from '#report/sentence.ts';
import { allFacts } from './all-facts.ts';
import { codes } from './catalogue.ts';
import { judge } from './judge.ts';
import { openAt, type Opened } from './workspace.ts';

export interface OpenedJudged { readonly opened: Opened; readonly project: Project; readonly diagnostics: readonly Diagnostic[] }

/** The workspace with its findings; UsageError where it has no standard to be seen against. */
export async function openJudged(env: Env): Promise<OpenedJudged> {
  const opened = await openAt(env);
  const { project, diagnostics } = judge(opened, await allFacts(opened, env), env.today);
  if (!project) throw new UsageError({ en: 'qms.yaml names no standard that this tool knows.', 'zh-CN': 'qms.yaml 没有指定本工具认识的标准。' }, {}, { en: 'Run `qms validate` for details.', 'zh-CN': '详见 `qms validate`。' });
  return { opened, project, diagnostics };
}

/** What the rules say of a file as it would be written, and did not say before: errors are refused with their sentences, the rest is returned to be told. */
export function judgeText(path: string, text: string, { opened, diagnostics }: Pick<OpenedJudged, 'opened' | 'diagnostics'>, env: Env): string {
  const bytes = new TextEncoder().encode(text);
  const entries = [...opened.tree.entries.filter((entry) => entry.path !== path), { path, size: bytes.length, read: () => bytes }];
  const tree = treeOf(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
  const known = new Set(diagnostics.filter(({ at }) => at.path === path).map(same));
  const found = judge({ ...opened, tree }, readFacts(tree, opened.reading), env.today).diagnostics.filter((one) => one.at.path === path && !known.has(same(one)));
  const say = (one: Diagnostic): string => sentence(one, { codes, locale: env.locale });
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UsageError({ en: 'Nothing was written: {why}', 'zh-CN': '没有写入：{why}' }, { why: errors.map(say).join('\n  ') });
  return found.map((one) => `${format({ en: 'Note: {said}', 'zh-CN': '注意：{said}' }, { said: say(one) }, env.locale)}\n`).join('');
}

function same({ code, message, args }: Diagnostic): string {
  return JSON.stringify([code, message, args]);
}
