import { actorName } from '#model/actors.ts';
import type { AuditPlan, PlannedAudit, Sitting } from '#model/audit.ts';
import { auditingOf } from '#model/audit-scope.ts';
import { auditorKinds } from '#model/auditors.ts';
import { auditDay } from '#model/audits.ts';
import { addWorkingDays } from '#model/calendar.ts';
import type { Signature } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import type { Text, Wording } from '#model/text.ts';

/** What a rule says of the plan. */
export interface Said { readonly code: string; readonly line: number; readonly text: Text }
export interface Member { readonly person: string; readonly name: Wording; readonly unit: Wording; readonly role: Wording; readonly leads: boolean; readonly certificate: string; readonly until: string }
/** A line of the timetable: a meeting of all, or a sitting. */
export interface Slot extends Sitting { readonly on: string; readonly kind: 'opening' | 'sitting' | 'closing' }
/** One question a plan must stand up to; `wrong` is empty when it does, `pending` says what is still to come and by when. */
export interface Check { readonly code: string; readonly wrong: readonly Said[]; readonly pending: Text | null }

export interface PlanView {
  readonly id: string; readonly year: string; readonly purpose: Wording; readonly scope: Wording; readonly criteria: readonly Wording[]; readonly from: string; readonly until: string;
  readonly units: readonly string[]; readonly team: readonly Member[]; readonly slots: readonly Slot[]; readonly distribution: readonly string[];
  readonly sent: string; readonly send_by: string; readonly prepared: Signature | null; readonly approved: Signature | null; readonly checks: readonly Check[]; readonly other: readonly Said[];
}

/** The rules a plan must stand up to, in the order an approver asks. */
export const planChecks = ['audit/own-work', 'audit/unqualified', 'audit/plan-gap', 'audit/double-booked', 'audit/plan-late'] as const;

/** The plan of an audit as data, with what the rules say of it; undefined when there is none. */
export function planView(project: Project, audit: PlannedAudit, said: readonly Said[]): PlanView | undefined {
  const plan = project.registers.plans.find(({ value }) => value.id === audit.id)?.value;
  if (!plan) return undefined;
  const from = plan.from ?? auditDay(audit) ?? '';
  const sendBy = from === '' ? '' : addWorkingDays(from, -project.config.thresholds.audit_notice_days);
  return {
    id: plan.id, year: from.slice(0, 4), purpose: plan.purpose ?? '', scope: plan.scope ?? '', criteria: (plan.criteria ?? []).map((one) => titled(project, one)), from, until: plan.until ?? from,
    units: [...new Set([...(audit.units ?? []), ...(plan.timetable ?? []).flatMap(({ unit }) => unit ?? [])])], team: members(project, plan, audit, from), slots: slots(project, plan),
    distribution: plan.distribution ?? [], sent: plan.sent ?? '', send_by: sendBy, prepared: plan.prepared ?? null, approved: plan.approved ?? null,
    checks: planChecks.map((code) => ({ code, wrong: said.filter((one) => one.code === code), pending: code === 'audit/plan-late' ? pendingOf(plan, sendBy) : null })), other: said.filter(({ code }) => !(planChecks as readonly string[]).includes(code)),
  };
}

function pendingOf({ approved, sent }: AuditPlan, by: string): Text | null {
  if (approved === undefined) return { en: `to be approved and sent by ${by}`, 'zh-CN': `待批准，须在 ${by} 以前发出` };
  return sent === undefined ? { en: `to be sent by ${by}`, 'zh-CN': `待发出，期限 ${by}` } : null;
}

function members({ index }: Project, plan: AuditPlan, audit: PlannedAudit, day: string): Member[] {
  const leader = plan.leader ?? audit.leader;
  const team: NonNullable<AuditPlan['team']> = plan.team ?? (audit.team ?? []).map((person) => ({ person }));
  const all = team.some(({ person }) => person === leader) || leader === undefined ? team : [{ person: leader }, ...team];
  return all.map(({ person, role = '' }) => {
    const known = index.people.get(person)?.value;
    const valid = (known?.qualifications ?? []).filter(({ kind, from, until }) => auditorKinds.includes(kind) && (from === undefined || from <= day) && (until === undefined || until >= day));
    const best = valid.find(({ kind }) => kind === 'lead-auditor' && person === leader) ?? valid[0];
    return { person, name: actorName(index, person), unit: known ? actorName(index, known.unit) : '', role, leads: person === leader, certificate: best?.number ?? '', until: best?.until ?? '' };
  });
}

/** Meetings and sittings in order of time. */
function slots(project: Project, plan: AuditPlan): Slot[] {
  const { opening, closing } = auditingOf(project).day;
  const meeting = (kind: 'opening' | 'closing', on: string | undefined, at: string | undefined, [start, end]: readonly [string, string]): Slot[] => (on === undefined ? [] : [{ kind, on, ...(at === undefined ? {} : { from: at }), ...(at === undefined ? {} : { until: later(at, start, end) }) }]);
  const sittings = (plan.timetable ?? []).map((sitting): Slot => ({ ...sitting, on: sitting.on ?? plan.from ?? '', kind: 'sitting' }));
  const inTime = sittings.sort((a, b) => compare(`${a.on} ${a.from ?? ''}`, `${b.on} ${b.from ?? ''}`));
  return [...meeting('opening', plan.opening, plan.opening_time, opening), ...inTime, ...meeting('closing', plan.closing, plan.closing_time, closing)];
}

/** As long after a time as one time lies after another: 15:30, 17:00, 17:30 → 16:00. */
function later(at: string, start: string, end: string): string {
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const sum = minutes(at) + minutes(end) - minutes(start);
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`;
}

/** Criteria given by number are told with their titles. */
function titled({ index }: Project, criterion: Wording): Wording {
  if (typeof criterion !== 'string') return criterion;
  const title = index.documents.get(criterion)?.[0]?.value.title ?? index.externals.get(criterion)?.value.title;
  if (title === undefined) return criterion;
  return typeof title === 'string' ? `${criterion} ${title}` : Object.fromEntries(Object.entries(title).map(([locale, words]) => [locale, `${criterion} ${words}`]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
