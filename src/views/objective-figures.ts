import { compareCodePoints } from '#model/diagnostic.ts';
import { endedPeriods, missed } from '#model/objective.ts';
import { overlap, periodNamed, type Period } from '#model/periods.ts';
import type { Project } from '#model/project.ts';
import type { Measurement, Objective } from '#model/system.ts';

export interface ObjectiveFilter { readonly objective?: string; readonly unit?: string; readonly period?: Period }
/** One period of an objective; `value` is null where it ended unmeasured. */
export interface Measured { readonly period: string; readonly value: number | null; readonly met: boolean | null; readonly action?: string; readonly measurement?: Measurement }
export type ObjectiveStatus = 'met' | 'missed' | 'missing' | 'not-due';
export type Trend = 'better' | 'worse' | 'steady';
/** An objective with its course: `status` is that of its latest period. */
export interface ObjectiveFigures {
  readonly objective: Objective; readonly depth: number; readonly course: readonly Measured[];
  readonly status: ObjectiveStatus; readonly last: Measured | null; readonly trend: Trend | null;
  readonly missing: readonly string[]; readonly missedWithoutAction: readonly string[];
}

/** Less than this share of the values' size is no movement. */
const STEADY = 0.005;

/** Objectives in order of number, those of units under the one they are broken down from. */
export function objectiveFigures(project: Project, filter: ObjectiveFilter = {}): ObjectiveFigures[] {
  const measured = Map.groupBy(project.registers.measurements.map(({ value }) => value), ({ objective }) => objective);
  const objectives = project.registers.objectives.map(({ value }) => value);
  const chosen = objectives.filter((one) => (!filter.objective || one.id === filter.objective || one.parent === filter.objective) && (!filter.unit || one.owner === filter.unit));
  const known = new Set(chosen.map(({ id }) => id));
  const under = (parent: string | undefined, depth: number, seen: readonly string[]): ObjectiveFigures[] => chosen
    .filter((one) => (depth === 0 ? one.parent === undefined || !known.has(one.parent) || one.parent === one.id : one.parent === parent) && !seen.includes(one.id)).sort((a, b) => compareCodePoints(a.id, b.id))
    .flatMap((one) => [figures(one, measured.get(one.id) ?? [], depth, project.today, filter.period), ...under(one.id, depth + 1, [...seen, one.id])]);
  const reached = under(undefined, 0, []);
  const told = new Set(reached.map(({ objective }) => objective.id));
  return [...reached, ...chosen.filter(({ id }) => !told.has(id)).map((one) => figures(one, measured.get(one.id) ?? [], 0, project.today, filter.period))];
}

function figures(objective: Objective, measurements: readonly Measurement[], depth: number, today: string, within: Period | undefined): ObjectiveFigures {
  const course = courseOf(objective, measurements, today).filter(({ period }) => !within || covers(within, period));
  const last = course.at(-1) ?? null;
  const missing = course.filter(({ value }) => value === null).map(({ period }) => period);
  return {
    objective, depth, course, last, missing, missedWithoutAction: course.filter(({ met, action }) => met === false && !action).map(({ period }) => period),
    status: last === null ? 'not-due' : last.value === null ? 'missing' : last.met === false ? 'missed' : 'met', trend: trendOf(objective, course),
  };
}

function covers(within: Period, name: string): boolean {
  const period = periodNamed(name);
  return period !== undefined && overlap(within, period);
}

/** Every period that was measured or should have been, in order of time. */
function courseOf(objective: Objective, measurements: readonly Measurement[], today: string): Measured[] {
  const overdue = objective.period === 'once' && measurements.length === 0 ? [objective.due ?? objective.until ?? ''].filter((day) => day !== '' && day < today).map((day) => day.slice(0, 7)) : [];
  const due = objective.period === 'once' ? overdue : endedPeriods(objective, today).map(({ name }) => name);
  const byPeriod = new Map(measurements.map((one) => [one.period, one]));
  return [...new Set([...due, ...byPeriod.keys()])].sort((a, b) => compareCodePoints(periodNamed(a)?.start ?? a, periodNamed(b)?.start ?? b)).map((period): Measured => {
    const measurement = byPeriod.get(period);
    if (!measurement) return { period, value: null, met: null };
    return { period, value: measurement.value, met: !missed(objective, measurement.value), ...(measurement.action ? { action: measurement.action } : {}), measurement };
  });
}

/** How the last value lies to the mean of up to five before it. */
function trendOf({ target, direction }: Objective, course: readonly Measured[]): Trend | null {
  const values = course.flatMap(({ value }) => (value === null ? [] : [value])).slice(-6).map((value) => (direction === 'at-most' ? -value : direction === 'exactly' ? -Math.abs(value - (target ?? 0)) : value));
  const last = values.pop();
  if (last === undefined || values.length === 0) return null;
  const change = last - values.reduce((sum, value) => sum + value, 0) / values.length;
  const size = Math.max(...values.map(Math.abs), Math.abs(target ?? 0), Number.MIN_VALUE);
  return Math.abs(change) < size * STEADY ? 'steady' : change > 0 ? 'better' : 'worse';
}
