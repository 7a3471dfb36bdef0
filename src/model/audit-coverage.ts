import { unitOf } from './actors.ts';
import type { AuditProgramme, PlannedAudit } from './audit.ts';
import { askedEverywhere, auditingOf, topUnit, unitsOnce, type AskReason } from './audit-scope.ts';
import { auditDay } from './audits.ts';
import { addMonths, daysBetween } from './calendar.ts';
import type { Unit } from './organization.ts';
import type { Project } from './project.ts';
import { isWithin } from './standard.ts';

/**
 * held: audited in the year, and the next time is not yet due · planned: an audit comes in time · late: one comes, but after the interval has ended ·
 * missed: its day has passed and it was not held · open: no audit at all · waits: last audit still counts beyond the year · sampled: other sites stand for this one.
 */
export type CellState = 'held' | 'planned' | 'late' | 'missed' | 'open' | 'waits' | 'sampled';
/** One clause in one block of one unit. `due`: the day the interval ends; `days` from today until then, negative when it has passed. */
export interface Cell {
  readonly unit: string; readonly clause: string; readonly block: string; readonly reason: AskReason; readonly state: CellState;
  readonly due: string; readonly days: number; readonly last?: string; readonly next?: string; readonly audit?: string;
}
export interface Coverage { readonly year: string; readonly interval: number; readonly cells: readonly Cell[] }

export const gapStates: ReadonlySet<CellState> = new Set(['late', 'missed', 'open']);

/** What every audit has covered or will cover, for each applicable clause × block × unit, seen from the programme of a year. */
export function coverage(project: Project, year: string, audits: readonly PlannedAudit[] = project.registers.audits.map(({ value }) => value)): Coverage {
  const programmes = project.registers.programmes.map(({ value }) => value).filter((programme) => programme.year === year);
  const interval = intervalOf(project, programmes);
  const live = audits.filter(({ status }) => status !== 'cancelled').map((audit) => ({ audit, day: auditDay(audit) ?? '', asks: asksOf(audit) }));
  const stoodFor = sampledOut(project, programmes, live.map(({ audit }) => audit));
  const end = `${year}-12-31`;
  // A programme reckons with what earlier years still have to come.
  const isDone = ({ audit, day }: Dated): boolean => audit.held !== undefined || (day >= project.today && day !== '' && day < `${year}-01-01`);
  const byUnit = new Map<string, typeof live>();
  for (const one of live) for (const unit of auditedUnits(project, one.audit)) byUnit.set(unit, [...byUnit.get(unit) ?? [], one]);
  const visiting = new Map(unitsOnce(project).map((unit) => [unit.id, [...new Set([...byUnit.get(unit.id) ?? [], ...byUnit.get(togetherWith(project, unit) ?? '') ?? []])]]));
  const dues = new Map<string, string>();
  const dueAfter = (day: string): string => {
    const due = dues.get(day) ?? addMonths(day, interval);
    dues.set(day, due);
    return due;
  };
  const cells = askedEverywhere(project).flatMap((asked) => asked.blocks.map((block): Cell => {
    const mine = (visiting.get(asked.unit) ?? []).filter(({ asks }) => asks(asked.clause, block));
    const last = latest(mine.filter((one) => isDone(one) && one.day <= end));
    const next = earliest(mine.filter((one) => !isDone(one) && one.day !== ''));
    const due = last ? dueAfter(last.day) : end;
    const state = stateOf({ year, end, due, today: project.today, last: last?.day, next: next?.day, sampled: stoodFor.has(asked.unit) });
    const audit = state === 'held' || state === 'waits' ? last : next;
    return {
      unit: asked.unit, clause: asked.clause, block, reason: asked.reason, state, due, days: daysBetween(project.today, due),
      ...(last ? { last: last.day } : {}), ...(next ? { next: next.day } : {}), ...(audit ? { audit: audit.audit.id } : {}),
    };
  }));
  return { year, interval, cells };
}

/** Months between two audits of the same thing, by the programme or the workspace. */
export function intervalOf({ config }: Pick<Project, 'config'>, programmes: readonly AuditProgramme[]): number {
  return programmes.find(({ interval_months: months }) => months !== undefined)?.interval_months ?? config.thresholds.audit_interval_months;
}

/** Whether an audit reaches a clause in a block of a unit. */
export function reachOf(project: Pick<Project, 'registers' | 'index'>, audit: PlannedAudit): (unit: string, clause: string, block: string) => boolean {
  const goesTo = visitsOf(project, audit);
  const asks = asksOf(audit);
  return (unit, clause, block) => goesTo(unit) && asks(clause, block);
}

/** Whether an audit asks a clause in a block. One that names no block goes to all, one that names no clause proves nothing. */
function asksOf({ clauses = [], blocks }: PlannedAudit): (clause: string, block: string) => boolean {
  return (clause, block) => (blocks === undefined || block === '' || blocks.includes(block)) && clauses.some((named) => isWithin(clause, named));
}

/** Whether an audit goes to a unit, by itself or together with the one above it. */
export function visitsOf(project: Pick<Project, 'registers' | 'index'>, audit: PlannedAudit): (unit: string) => boolean {
  const units = auditedUnits(project, audit);
  return (id) => {
    const unit = project.index.units.get(id)?.value;
    return units.has(id) || (unit !== undefined && units.has(togetherWith(project, unit) ?? ''));
  };
}

/** The unit with which one is audited: the one above it at the same place. The leadership takes none with it. */
function togetherWith({ index }: Pick<Project, 'index'>, { parent, site }: Unit): string | undefined {
  const above = index.units.get(parent ?? '')?.value;
  return above !== undefined && above.kind !== 'leadership' && above.block !== 'top' && (site === undefined || site === above.site) ? above.id : undefined;
}

/** Units an audit sees, in the order of the register: those it goes to, without those below them that another audit names itself. */
export function unitsSeen(project: Pick<Project, 'registers' | 'index'>, audit: PlannedAudit): Unit[] {
  const own = auditedUnits(project, audit);
  const elsewhere = new Set(project.registers.audits.filter(({ value }) => value.id !== audit.id && value.status !== 'cancelled').flatMap(({ value }) => value.units ?? []));
  const goesTo = visitsOf(project, audit);
  return [...project.index.units.values()].map(({ value }) => value).filter(({ id }) => own.has(id) || (goesTo(id) && !elsewhere.has(id)));
}

/** Units an audit goes to: those named; where it names none, the owners of its processes, and top management's for the block `top`. */
export function auditedUnits(project: Pick<Project, 'registers' | 'index'>, { units, blocks, processes = [] }: PlannedAudit): Set<string> {
  if (units !== undefined) return new Set(units);
  const top = blocks?.includes('top') ? topUnit(project) : undefined;
  return new Set([...processes.flatMap((id) => unitOf(project.index, project.index.processes.get(id)?.value.owner) ?? []), ...(top === undefined ? [] : [top])]);
}

/** How many of so many sites a policy wants to see. */
export function sampleSize(project: Pick<Project, 'standard' | 'config'>, policy: string, sites: number): number {
  return Math.min(sites, Math.ceil((auditingOf(project).sampling[policy] ?? 1) * Math.sqrt(sites) - 1e-9));
}

/** Sites that need no audit of their own, because enough others of the same population are visited. */
function sampledOut(project: Project, programmes: readonly AuditProgramme[], audits: readonly PlannedAudit[]): Set<string> {
  return new Set(programmes.flatMap(({ sampling, audits: own = [] }) => {
    if (!sampling) return [];
    const ids = new Set(own.map(({ id }) => id));
    const visited = new Set(audits.filter(({ id }) => ids.has(id)).flatMap(({ units = [] }) => units));
    const population = [...new Set(sampling.units)];
    const seen = population.filter((unit) => visited.has(unit));
    return seen.length >= sampleSize(project, sampling.policy, population.length) ? population.filter((unit) => !visited.has(unit)) : [];
  }));
}

interface Seen { readonly year: string; readonly end: string; readonly due: string; readonly today: string; readonly last: string | undefined; readonly next: string | undefined; readonly sampled: boolean }

function stateOf({ year, end, due, today, last, next, sampled }: Seen): CellState {
  if (due > end) return last?.startsWith(year) ? 'held' : 'waits';
  if (next === undefined) return sampled ? 'sampled' : 'open';
  if (next < today) return 'missed';
  return next <= due ? 'planned' : 'late';
}

type Dated = { readonly day: string; readonly audit: PlannedAudit };

function latest<T extends Dated>(audits: readonly T[]): T | undefined {
  return audits.reduce<T | undefined>((a, b) => (a && a.day >= b.day ? a : b), undefined);
}

function earliest<T extends Dated>(audits: readonly T[]): T | undefined {
  return audits.reduce<T | undefined>((a, b) => (a && a.day <= b.day ? a : b), undefined);
}
