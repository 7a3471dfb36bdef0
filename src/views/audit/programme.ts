import { actorName } from '#model/actors.ts';
import type { AuditProgramme, PlannedAudit, SiteSampling } from '#model/audit.ts';
import { coverage, gapStates, visitsOf, type Cell, type CellState } from '#model/audit-coverage.ts';
import { unitsOnce } from '#model/audit-scope.ts';
import { unitWeights, type UnitWeight } from '#model/audit-weight.ts';
import { auditDay, auditTeam } from '#model/audits.ts';
import { daysBetween } from '#model/calendar.ts';
import type { Signature } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, compareClauses } from '#model/standard.ts';
import type { Text, Wording } from '#model/text.ts';

export type MarkState = 'held' | 'planned' | 'overdue' | 'postponed';
/** One audit in one month of a row: `●11`. */
export interface Mark { readonly audit: string; readonly day: string; readonly state: MarkState }
/** A unit or a process over the twelve months of the year. */
export interface MonthRow { readonly id: string; readonly name: Wording; readonly weight: number | null; readonly months: readonly (readonly Mark[])[] }
export interface ProgrammeAudit extends PlannedAudit { readonly day: string; readonly state: MarkState | 'cancelled'; readonly late: number; readonly people: readonly Wording[] }
/** `given`: the highest weight the programme gives an audit of the unit. */
export interface GivenWeight extends UnitWeight { readonly given: number | null; readonly times: number }
/** Cells of one clause in one block: how many of the units asked are covered. */
export interface ClauseRow { readonly clause: string; readonly title: Text; readonly excluded: boolean; readonly blocks: Readonly<Record<string, { readonly asked: number; readonly covered: number }>> }
export interface UnitRow { readonly unit: string; readonly asked: number; readonly held: number; readonly planned: number; readonly gaps: number; readonly last: string; readonly next: string; readonly due: string; readonly days: number }
/** Clauses of one unit that have the same gap. */
export interface Gap { readonly unit: string; readonly state: CellState; readonly clauses: readonly string[]; readonly due: string; readonly days: number; readonly next: string }

/** The programme of a year as data: what is planned where and when, why, and the proof that nothing is left out. */
export interface ProgrammeView {
  readonly year: string; readonly today: string; readonly interval_months: number; readonly by: 'unit' | 'process';
  readonly purpose: Wording; readonly scope: Wording; readonly method: Wording; readonly criteria: readonly Wording[]; readonly sampling: SiteSampling | null;
  readonly prepared: Signature | null; readonly approved: Signature | null;
  readonly months: readonly MonthRow[]; readonly audits: readonly ProgrammeAudit[]; readonly weights: readonly GivenWeight[];
  readonly coverage: { readonly asked: number; readonly covered: number; readonly clauses: readonly ClauseRow[]; readonly units: readonly UnitRow[]; readonly gaps: readonly Gap[]; readonly cells: readonly Cell[] };
}

/** The programme of a year; undefined when there is none. */
export function programmeView(project: Project, year: string, by: 'unit' | 'process'): ProgrammeView | undefined {
  const programmes = project.registers.programmes.map(({ value }) => value).filter((programme) => programme.year === year);
  const [first] = programmes;
  if (!first) return undefined;
  const audits = programmes.flatMap(({ audits: own }) => own ?? []).map((audit) => asked(project, audit)).sort((a, b) => compare(a.day, b.day) || compare(a.id, b.id));
  const live = audits.filter(({ state }) => state !== 'cancelled');
  const { interval, cells } = coverage(project, year);
  return {
    year, today: project.today, interval_months: interval, by,
    purpose: first.purpose ?? '', scope: first.scope ?? '', method: first.method ?? '', criteria: first.criteria ?? [], sampling: first.sampling ?? null,
    prepared: first.prepared ?? null, approved: first.approved ?? null,
    months: by === 'unit' ? unitRows(project, live) : processRows(project, live), audits, weights: givenWeights(project, first, live),
    coverage: {
      asked: cells.length, covered: cells.filter(({ state }) => !gapStates.has(state)).length,
      clauses: clauseRows(project, cells), units: coveredUnits(cells), gaps: gapsOf(cells), cells,
    },
  };
}

function asked({ index, today }: Project, audit: PlannedAudit): ProgrammeAudit {
  const day = auditDay(audit) ?? '';
  const state = audit.status === 'cancelled' ? 'cancelled' : audit.held !== undefined ? 'held' : audit.status === 'postponed' && audit.replanned === undefined ? 'postponed' : day < today ? 'overdue' : 'planned';
  return { ...audit, day, state, late: state === 'overdue' || state === 'postponed' ? Math.max(0, daysBetween(day, today)) : 0, people: auditTeam(audit).map((person) => actorName(index, person)) };
}

function unitRows(project: Project, audits: readonly ProgrammeAudit[]): MonthRow[] {
  const visits = audits.map((audit) => ({ audit, goesTo: visitsOf(project, audit) }));
  return unitsOnce(project).map(({ id, name }) => monthRow(id, name, visits.filter(({ goesTo }) => goesTo(id)).map(({ audit }) => audit)));
}

/** A programme that names no process goes by units: then a process is audited with its owner. */
function processRows(project: Project, audits: readonly ProgrammeAudit[]): MonthRow[] {
  const names = audits.some(({ processes }) => processes?.length);
  const visits = audits.map((audit) => ({ audit, goesTo: visitsOf(project, audit) }));
  return [...project.index.processes.values()].map(({ value: { id, name, owner } }) =>
    monthRow(id, name, visits.filter(({ audit, goesTo }) => (names ? audit.processes?.includes(id) : owner !== undefined && goesTo(owner))).map(({ audit }) => audit)));
}

function monthRow(id: string, name: Wording, audits: readonly ProgrammeAudit[]): MonthRow {
  const weights = audits.flatMap(({ weight }) => weight ?? []);
  const marks = audits.map(({ id: audit, day, state }): Mark => ({ audit, day, state: state as MarkState }));
  return { id, name, weight: weights.length > 0 ? Math.max(...weights) : null, months: Array.from({ length: 12 }, (_, month) => marks.filter(({ day }) => Number(day.slice(5, 7)) === month + 1)) };
}

/** Weights as they stood for whoever planned: on the day of planning, else today. */
function givenWeights(project: Project, { prepared }: AuditProgramme, audits: readonly ProgrammeAudit[]): GivenWeight[] {
  const visits = audits.map((audit) => ({ audit, goesTo: visitsOf(project, audit) }));
  return unitWeights(project, prepared?.on ?? project.today).map((weight) => {
    const mine = visits.filter(({ goesTo }) => goesTo(weight.unit)).map(({ audit }) => audit);
    const given = mine.flatMap((audit) => audit.weight ?? []);
    return { ...weight, given: given.length > 0 ? Math.max(...given) : null, times: mine.length };
  });
}

function clauseRows({ standard, index }: Project, cells: readonly Cell[]): ClauseRow[] {
  const byClause = Map.groupBy(cells, ({ clause }) => clause);
  return [...auditableClauses(standard)].sort((a, b) => compareClauses(a.number, b.number)).map(({ number, title }) => ({
    clause: number, title, excluded: index.excludedClauses.has(number),
    blocks: Object.fromEntries([...Map.groupBy(byClause.get(number) ?? [], ({ block }) => block)].map(([block, own]) => [block, { asked: own.length, covered: own.filter(({ state }) => !gapStates.has(state)).length }])),
  }));
}

function coveredUnits(cells: readonly Cell[]): UnitRow[] {
  return [...Map.groupBy(cells, ({ unit }) => unit)].map(([unit, own]) => ({
    unit, asked: own.length, held: own.filter(({ state }) => state === 'held' || state === 'waits').length, planned: own.filter(({ state }) => state === 'planned').length,
    gaps: own.filter(({ state }) => gapStates.has(state)).length, last: own.map(({ last = '' }) => last).sort().at(-1) ?? '', next: own.flatMap(({ next }) => next ?? []).sort()[0] ?? '',
    due: own.map(({ due }) => due).sort()[0] ?? '', days: Math.min(...own.map(({ days }) => days)),
  }));
}

function gapsOf(cells: readonly Cell[]): Gap[] {
  const open = cells.filter(({ state }) => gapStates.has(state));
  return [...Map.groupBy(open, ({ unit, state, due, next = '' }) => [unit, state, due, next].join('\n')).values()].map((same) => {
    const [{ unit, state, due, days, next = '' }] = same as [Cell];
    return { unit, state, due, days, next, clauses: [...new Set(same.map(({ clause }) => clause))] };
  }).sort((a, b) => a.days - b.days || compare(a.unit, b.unit));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
