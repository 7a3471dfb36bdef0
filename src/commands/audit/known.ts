import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import type { AuditKnown } from '#changes/audit/check.ts';
import { auditees } from '#views/audit/checklist-scope.ts';
import { reportedTeam } from '#views/audit/team.ts';

/** UsageError where no programme and no plan knows the audit. */
export function requireAudit(id: string, { registers }: Project): void {
  const known = [...new Set([...registers.audits, ...registers.plans].map(({ value }) => value.id))].sort();
  if (known.includes(id)) return;
  throw new UsageError({ en: 'No programme or plan knows audit {id}.', 'zh-CN': '年度方案和审核计划中都没有审核 {id}。' }, { id, known: known.join(', ') || '–' }, { en: 'Audits: {known}', 'zh-CN': '现有审核：{known}' });
}

/** What a worksheet of the audit is held against. */
export function knownOf(audit: string, project: Project): AuditKnown {
  const { registers, today } = project;
  const planned = registers.audits.find(({ value }) => value.id === audit)?.value;
  const plan = registers.plans.find(({ value }) => value.id === audit)?.value;
  return { audit, ...auditees(project, audit), team: reportedTeam(project, audit), from: plan?.from ?? planned?.held ?? planned?.planned ?? '', today };
}

/** Beside the programme or plan that the audit stands in. */
export function auditFolder(audit: string, { registers }: Project): string {
  const at = registers.audits.find(({ value }) => value.id === audit)?.path ?? registers.plans.find(({ value }) => value.id === audit)?.path ?? '';
  return at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : 'audits';
}
