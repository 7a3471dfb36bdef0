import type { Nonconformity } from '#model/audit.ts';
import type { Env } from '#model/command.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { treeOf } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import type { FieldOrder } from '#changes/sync-yaml.ts';
import { format } from '#i18n/format.ts';
import { readFacts } from '#load/load.ts';
import { sentence } from '#report/sentence.ts';
import { codes } from '../catalogue.ts';
import { judge, openAt, type Opened } from '../workspace.ts';

export interface OpenedReport { readonly opened: Opened; readonly project: Project; readonly report: Entry<Nonconformity>; readonly text: string; readonly diagnostics: readonly Diagnostic[] }

/** The report that carries a number; UsageError when none does, or more than one, or when its file has faults that an edit could lose something by. */
export async function openReport(id: string, env: Env): Promise<OpenedReport> {
  const { opened, project, diagnostics } = await openJudged(env);
  const found = project.registers.nonconformities.filter(({ value }) => value.id === id);
  const [report, other] = found;
  if (!report) {
    const broken = diagnostics.find(({ at, code }) => code.startsWith('load/') && at.path.endsWith(`/${id}.yaml`));
    if (broken) throw new UsageError({ en: '{path} cannot be read: {fault}', 'zh-CN': '{path} 无法读取：{fault}' }, { path: broken.at.path, fault: sentence(broken, { codes, locale: env.locale }) });
    throw new UsageError({ en: 'There is no nonconformity report {id}.', 'zh-CN': '没有编号为 {id} 的不符合报告。' }, { id }, { en: '`qms nc list` lists the numbers.', 'zh-CN': '`qms nc list` 可列出编号。' });
  }
  if (other) throw new UsageError({ en: '{id} is carried by {first} and {second}.', 'zh-CN': '{id} 同时是 {first} 和 {second} 的编号。' }, { id, first: report.path, second: other.path });
  const fault = diagnostics.find(({ at, severity, code }) => at.path === report.path && severity === 'error' && code.startsWith('load/'));
  if (fault) {
    throw new UsageError({ en: '{path}:{line} cannot be edited safely: {fault}', 'zh-CN': '{path}:{line} 暂不能改写：{fault}' }, { path: report.path, line: fault.at.position.start.line, fault: sentence(fault, { codes, locale: env.locale }) },
      { en: 'Mend the file first.', 'zh-CN': '请先改正文件。' });
  }
  return { opened, project, report, diagnostics, text: new TextDecoder().decode(opened.tree.get(report.path)?.read()) };
}

/** The workspace with its findings; UsageError where it has no standard to be seen against. */
export async function openJudged(env: Env): Promise<{ opened: Opened; project: Project; diagnostics: readonly Diagnostic[] }> {
  const opened = await openAt(env);
  const { project, diagnostics } = judge(opened, readFacts(opened.tree, opened.reading), env.today);
  if (!project) throw new UsageError({ en: 'qms.yaml names no standard that this tool knows.', 'zh-CN': 'qms.yaml 没有指定本工具认识的标准。' }, {}, { en: 'Run `qms validate` for details.', 'zh-CN': '详见 `qms validate`。' });
  return { opened, project, diagnostics };
}

export function reportSchema(env: Env): FieldOrder {
  return env.host.assets().schema('registers/nonconformity') as FieldOrder;
}

/** What the rules say of a report's file as it would be written, and did not say before: errors are refused with their sentences, the rest is returned to be told. */
export function judgeText(path: string, text: string, { opened, diagnostics }: Pick<OpenedReport, 'opened' | 'diagnostics'>, env: Env): string {
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
