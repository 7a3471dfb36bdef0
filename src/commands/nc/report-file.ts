import type { Nonconformity } from '#model/audit.ts';
import type { Env } from '#model/command.ts';
import type { Entry } from '#model/place.ts';
import { UsageError } from '#model/usage-error.ts';
import type { FieldOrder } from '#changes/sync-yaml.ts';
import { sentence } from '#report/sentence.ts';
import { codes } from '../catalogue.ts';
import { openJudged, type OpenedJudged } from '../judged.ts';

export interface OpenedReport extends OpenedJudged { readonly report: Entry<Nonconformity>; readonly text: string }

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

export function reportSchema(env: Env): FieldOrder {
  return env.host.assets().schema('registers/nonconformity') as FieldOrder;
}
