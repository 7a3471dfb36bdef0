import { auditingOf } from '#model/audit-scope.ts';
import { addDays, addWorkingDays } from '#model/calendar.ts';
import type { Project } from '#model/project.ts';

/** An audit to be laid into the year: not later than `deadline`; `round` 1 or 2 of those that come twice, 0 of those that come once. */
export interface Visit { readonly deadline: string; readonly weight: number; readonly round: 0 | 1 | 2 }

/** Weeks of a month that audits begin in: the second to the fourth. */
const WEEKS = 3;

/** A working day for every visit, in the same order: spread over the months of custom, the urgent and the heavy first, second rounds in the second half. */
export function layDates(project: Pick<Project, 'standard' | 'config'>, year: string, notBefore: string, visits: readonly Visit[]): string[] {
  const begin = workingDay(notBefore);
  const end = `${year}-12-31`;
  const custom = [...auditingOf(project).months].sort((a, b) => a - b);
  const left = custom.filter((month) => `${year}-${two(month)}-20` >= begin);
  const months = left.length > 0 ? left : [Number(begin.slice(5, 7))];
  const half = Math.ceil(months.length / 2);
  const ranges = { 0: months, 1: months.slice(0, half), 2: months.length > half ? months.slice(half) : months };
  const taken = new Map<number, number>();
  const days = new Map<Visit, string>();
  const ordered = visits.map((visit, at) => ({ visit, at })).sort((a, b) => (a.visit.deadline < b.visit.deadline ? -1 : a.visit.deadline > b.visit.deadline ? 1 : b.visit.weight - a.visit.weight || a.at - b.at)).map(({ visit }) => visit);
  for (const round of [1, 0, 2] as const) {
    const mine = ordered.filter((visit) => visit.round === round);
    for (const [index, visit] of mine.entries()) {
      const range = ranges[round];
      const month = range[Math.floor(index * range.length / mine.length)] as number;
      const nth = taken.get(month) ?? 0;
      taken.set(month, nth + 1);
      days.set(visit, within(dayIn(year, month, nth), begin, visit.deadline < end ? visit.deadline : end));
    }
  }
  return visits.map((visit) => days.get(visit) as string);
}

/** The first working day on or after a day. */
export function workingDay(day: string): string {
  return addWorkingDays(addDays(day, -1), 1);
}

/** Mondays first; when they are all taken, the days after. */
function dayIn(year: string, month: number, nth: number): string {
  const monday = mondayFrom(`${year}-${two(month)}-06`);
  return addDays(monday, (nth % WEEKS) * 7 + Math.floor(nth / WEEKS) % 5);
}

function mondayFrom(day: string): string {
  return addDays(day, (8 - new Date(Date.parse(day)).getUTCDay()) % 7);
}

/** Not before the first day possible, and not after the deadline unless that has passed. */
function within(day: string, begin: string, deadline: string): string {
  if (day < begin) return begin;
  if (day <= deadline) return day;
  const last = addWorkingDays(addDays(deadline, 1), -1);
  return last < begin ? begin : last;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
