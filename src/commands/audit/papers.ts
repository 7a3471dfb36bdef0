import type { AuditPlan, AuditProgramme, AuditReport } from '#model/audit.ts';
import type { Env } from '#model/command.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import type { SignedPaper } from '#changes/audit/sign.ts';
import type { FieldOrder } from '#changes/sync-yaml.ts';
import { openJudged, type OpenedJudged } from '../judged.ts';

export const paperNames: Readonly<Record<SignedPaper, Text>> = {
  programme: { en: 'audit programme', 'zh-CN': '年度内审方案' }, plan: { en: 'audit plan', 'zh-CN': '审核实施计划' }, report: { en: 'audit report', 'zh-CN': '内审报告' },
};

export interface OpenedPaper extends OpenedJudged { readonly paper: Entry<AuditProgramme | AuditPlan | AuditReport>; readonly text: string; readonly order: FieldOrder }

/** The programme of a year, the plan or the report of an audit, to be written into; UsageError when there is none, or two. */
export async function openPaper(kind: SignedPaper, id: string, env: Env): Promise<OpenedPaper> {
  const { opened, project, diagnostics } = await openJudged(env);
  const [paper, other] = papersOf(kind, id, project);
  const about = { paper: paperNames[kind], id };
  if (!paper) {
    throw new UsageError({ en: 'There is no {paper} {id} yet.', 'zh-CN': '还没有{paper} {id}。' }, about,
      { en: '`qms audit status` tells where each audit stands; --propose drafts a programme, plan or report.', 'zh-CN': '`qms audit status` 可看各次审核的进度；方案、计划和报告可用 --propose 起草。' });
  }
  if (other) throw new UsageError({ en: '{paper} {id} stands in {first} and in {second}.', 'zh-CN': '{paper} {id} 同时写在 {first} 和 {second} 中。' }, { ...about, first: paper.path, second: other.path });
  return { opened, project, diagnostics, paper, text: new TextDecoder().decode(opened.tree.get(paper.path)?.read()), order: env.host.assets().schema(`registers/audit-${kind}`) as FieldOrder };
}

function papersOf(kind: SignedPaper, id: string, { registers }: Project): readonly Entry<AuditProgramme | AuditPlan | AuditReport>[] {
  switch (kind) {
    case 'programme': return registers.programmes.filter(({ value }) => value.year === id);
    case 'plan': return registers.plans.filter(({ value }) => value.id === id);
    case 'report': return registers.reports.filter(({ value }) => value.audit === id);
  }
}
