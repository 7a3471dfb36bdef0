import { addMonths } from '#model/calendar.ts';
import { nonconformityStates } from '#model/nonconformity-fields.ts';
import type { Project } from '#model/project.ts';
import { compareClauses } from '#model/standard.ts';
import { selectReports, type NcFilter, type Selected } from './nc-selection.ts';

export interface Share { readonly key: string; readonly count: number }
/** How long reports stand in a state: by days since they came to it. */
export interface Ageing { readonly state: string; readonly count: number; readonly week: number; readonly fortnight: number; readonly month: number; readonly longer: number; readonly late: number }
export interface Month { readonly month: string; readonly found: number; readonly closed: number; readonly open: number }
/** The figures behind `nc report`; '' as a key stands for what was not told. */
export interface NcFigures {
  readonly total: number; readonly open: number; readonly late: number; readonly closed: number;
  /** Mean days from finding to closure, null where none is closed. */
  readonly daysToClose: number | null;
  readonly byClause: readonly Share[]; readonly byBlock: readonly Share[]; readonly byUnit: readonly Share[]; readonly byCause: readonly Share[]; readonly byGrade: readonly Share[];
  readonly ageing: readonly Ageing[]; readonly months: readonly Month[];
  readonly repeated: readonly { readonly id: string; readonly same: readonly string[]; readonly elsewhere: readonly string[] }[];
}

export function ncFigures(project: Project, filter: NcFilter = {}): NcFigures {
  const selected = selectReports(project, filter);
  const open = selected.filter(({ stage }) => stage.state !== 'closed');
  const closed = selected.filter(({ stage }) => stage.state === 'closed');
  const count = (key: (one: Selected) => string | undefined): Share[] => shares(selected, key);
  return {
    total: selected.length, open: open.length, late: open.filter(({ stage }) => stage.daysOverdue > 0).length, closed: closed.length,
    daysToClose: closed.length === 0 ? null : Math.round(closed.reduce((sum, { stage }) => sum + stage.daysOpen, 0) / closed.length * 10) / 10,
    byClause: count(({ clause }) => clause), byBlock: count(({ block }) => block), byUnit: count(({ report }) => report.unit), byCause: count(({ report }) => report.cause?.category), byGrade: count(({ report }) => report.grade),
    ageing: nonconformityStates.filter((state) => state !== 'closed').flatMap((state) => ageing(state, open)), months: months(selected, project.today),
    repeated: selected.filter(({ repeats, elsewhere }) => repeats.length + elsewhere.length > 0).map(({ report, repeats, elsewhere }) => ({ id: report.id, same: repeats, elsewhere })),
  };
}

/** Most frequent first, then in order of clause or code point. */
function shares(selected: readonly Selected[], key: (one: Selected) => string | undefined): Share[] {
  return [...Map.groupBy(selected, (one) => key(one) ?? '')].map(([name, { length: count }]) => ({ key: name, count })).sort((a, b) => b.count - a.count || compareClauses(a.key, b.key) || (a.key < b.key ? -1 : 1));
}

function ageing(state: string, open: readonly Selected[]): Ageing[] {
  const stages = open.filter(({ stage }) => stage.state === state).map(({ stage }) => stage);
  const between = (from: number, until: number): number => stages.filter(({ daysInStage: days }) => days >= from && days <= until).length;
  return stages.length === 0 ? [] : [{ state, count: stages.length, week: between(0, 7), fortnight: between(8, 15), month: between(16, 30), longer: between(31, Infinity), late: stages.filter(({ daysOverdue }) => daysOverdue > 0).length }];
}

/** From the first month with a finding to today's, none left out. */
function months(selected: readonly Selected[], today: string): Month[] {
  const found = selected.flatMap(({ report }) => (report.found ? [report.found.on.slice(0, 7)] : [])).sort();
  const closed = selected.flatMap(({ report }) => (report.closed ? [report.closed.slice(0, 7)] : []));
  const rows: Month[] = [];
  for (let month = found[0]; month !== undefined && month <= today.slice(0, 7); month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    const until = (list: readonly string[]): number => list.filter((one) => one <= (month as string)).length;
    rows.push({ month, found: found.filter((one) => one === month).length, closed: closed.filter((one) => one === month).length, open: until(found) - until(closed) });
  }
  return rows;
}
