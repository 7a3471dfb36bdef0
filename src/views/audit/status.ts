import { actorName, unitOf } from '#model/actors.ts';
import type { AuditChecklist, AuditPlan, AuditProgramme, AuditReport, Nonconformity, PlannedAudit } from '#model/audit.ts';
import { unitsSeen } from '#model/audit-coverage.ts';
import { auditDay } from '#model/audits.ts';
import { addWorkingDays, daysBetween } from '#model/calendar.ts';
import { listed } from '#model/listed.ts';
import { stageOf } from '#model/nonconformity-stage.ts';
import type { Project } from '#model/project.ts';
import type { Text, Wording } from '#model/text.ts';
import { stepNames } from '../nc-list.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export type AuditStage = 'cancelled' | 'planned' | 'plan-drafted' | 'plan-approved' | 'plan-sent' | 'held' | 'reported' | 'closed';
/** What has to be done next, by whom and by when; `late` counts days past that. */
export interface NextStep { readonly what: Text; readonly who: Wording; readonly due: string; readonly late: number }
export interface AuditStatus {
  readonly id: string; readonly year: string; readonly day: string; readonly units: readonly Wording[]; readonly stage: AuditStage; readonly leader: Wording;
  /** Units with a checklist of units audited; rows judged of rows. */
  readonly checklists: { readonly filled: number; readonly wanted: number; readonly judged: number; readonly rows: number };
  readonly nonconformities: { readonly open: number; readonly closed: number };
  readonly next: NextStep | null;
}

/** Where every audit stands, in order of day; of one year when it is given. */
export function auditStatus(project: Project, year?: string): AuditStatus[] {
  return project.registers.programmes.map(({ value }) => value).filter((programme) => year === undefined || programme.year === year)
    .flatMap((programme) => (programme.audits ?? []).map((audit) => statusOf(project, programme, audit))).sort((a, b) => compare(`${a.day} ${a.id}`, `${b.day} ${b.id}`));
}

/** All that is kept of one audit. */
interface File { readonly project: Project; readonly programme: AuditProgramme; readonly audit: PlannedAudit; readonly day: string; readonly plan: AuditPlan | undefined; readonly report: AuditReport | undefined; readonly checklists: readonly AuditChecklist[]; readonly reports: readonly Nonconformity[]; readonly missing: readonly string[] }

function statusOf(project: Project, programme: AuditProgramme, audit: PlannedAudit): AuditStatus {
  const { registers, index } = project;
  const plan = registers.plans.find(({ value }) => value.id === audit.id)?.value;
  const checklists = registers.checklists.map(({ value }) => value).filter((one) => one.audit === audit.id);
  const units = unitsSeen(project, audit).map(({ id }) => id);
  const missing = units.filter((unit) => !checklists.some((one) => (one.unit === undefined ? plan?.timetable?.some((sitting) => sitting.unit === unit && sitting.process !== undefined && sitting.process === one.process) : one.unit === unit)));
  const rows = checklists.flatMap((one) => one.rows ?? []);
  const reports = registers.nonconformities.map(({ value }) => value).filter((one) => one.audit === audit.id);
  const file: File = { project, programme, audit, day: auditDay(audit) ?? '', plan, report: registers.reports.find(({ value }) => value.audit === audit.id)?.value, checklists, reports, missing };
  const stage = stageOfAudit(file);
  return {
    id: audit.id, year: programme.year, day: file.day, units: units.map((unit) => actorName(index, unit)), stage, leader: audit.leader === undefined ? '' : actorName(index, audit.leader),
    checklists: { filled: units.length - missing.length, wanted: units.length, judged: rows.filter(({ judgement }) => judgement !== undefined).length, rows: rows.length },
    nonconformities: { open: reports.filter(({ status }) => status !== 'closed').length, closed: reports.filter(({ status }) => status === 'closed').length },
    next: nextOf(file, stage),
  };
}

function stageOfAudit({ audit, plan, report, reports }: File): AuditStage {
  if (audit.status === 'cancelled') return 'cancelled';
  if (audit.held === undefined) return plan === undefined ? 'planned' : plan.sent !== undefined ? 'plan-sent' : plan.approved !== undefined ? 'plan-approved' : 'plan-drafted';
  if (report?.approved === undefined) return 'held';
  return reports.some(({ status }) => status !== 'closed') ? 'reported' : 'closed';
}

function nextOf(file: File, stage: AuditStage): NextStep | null {
  const { project, programme, audit, day, plan, report, missing } = file;
  const notice = day === '' ? '' : addWorkingDays(plan?.from ?? day, -project.config.thresholds.audit_notice_days);
  const leader = plan?.leader ?? audit.leader;
  const { representative, top_management: top } = project.registers.organizations[0]?.value ?? {};
  const office = unitOf(project.index, programme.prepared?.by);
  const ended = plan?.until ?? day;
  const step = (what: Text, who: string | undefined, due: string): NextStep => ({ what, who: who === undefined ? t('nobody named', '未指定') : actorName(project.index, who), due, late: due !== '' && due < project.today ? daysBetween(due, project.today) : 0 });
  if (stage === 'cancelled' || stage === 'closed') return null;
  if (audit.held === undefined && audit.status === 'postponed' && audit.replanned === undefined) return step(t('set a new day', '另定日期'), office, day);
  if (programme.approved === undefined && audit.held === undefined) return step(t('approve the programme', '批准年度方案'), top, notice);
  switch (stage) {
    case 'planned': return step(t('write the plan', '编制实施计划'), leader, notice);
    case 'plan-drafted': return step(t('approve the plan', '批准实施计划'), representative, notice);
    case 'plan-approved': return step(t('send the plan', '发出实施计划'), office ?? leader, notice);
    case 'plan-sent': return step(day < project.today ? t('enter the day it was held, or a new day', '登记实施日期或者另定日期') : t('hold the audit', '实施审核'), leader, day);
    case 'held':
      if (report === undefined && missing.length > 0) return step(t(`record checklists: ${listed(missing.map((unit) => actorName(project.index, unit))).en}`, `补记检查表：${listed(missing.map((unit) => actorName(project.index, unit)))['zh-CN']}`), leader, ended);
      return report === undefined ? step(t('write the report', '编制内审报告'), leader, ended) : step(t('approve the report', '批准内审报告'), top, ended);
    case 'reported': return followUp(file, step);
  }
}

/** The most urgent nonconformity that is not closed. */
function followUp({ project, audit, reports, plan }: File, step: (what: Text, who: string | undefined, due: string) => NextStep): NextStep | null {
  const open = reports.filter(({ status }) => status !== 'closed').map((report) => ({ report, at: stageOf(report, project.today, project.config.thresholds) })).sort((a, b) => compare(a.at.due ?? '9999', b.at.due ?? '9999') || compare(a.report.id, b.report.id));
  const [first] = open;
  if (!first) return null;
  const { report, at } = first;
  const what = at.next === undefined ? t('close', '关闭') : stepNames[at.next];
  const auditors = at.next === 'verify' || at.next === 'recheck' || at.next === 'close';
  return step(t(`${report.id}: ${what.en}`, `${report.id}：${what['zh-CN']}`), auditors ? report.verification?.by ?? plan?.leader ?? audit.leader : report.action?.owner ?? report.unit, at.due ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
