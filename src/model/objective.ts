import { addDays, daysBetween } from './calendar.ts';
import { periodAfter, periodAround, type Period } from './periods.ts';
import type { Objective } from './system.ts';

/** How long after a period its figures may still be in counting. */
const GRACE_DAYS = 14;

/** Whether a value misses the target. */
export function missed({ target, direction }: Objective, value: number): boolean {
  if (target === undefined) return false;
  if (direction === 'at-least') return value < target;
  if (direction === 'at-most') return value > target;
  return direction === 'exactly' && value !== target;
}

/** Periods that have ended, with days for counting, and for at least half of which the objective held; only the last one when it does not say since when. */
export function endedPeriods(objective: Objective, today: string): Period[] {
  const { from, until, period } = objective;
  const first = period && periodAround(from ?? today, period);
  if (!first) return [];
  if (from === undefined) return endedPeriods({ ...objective, from: dayYearBefore(first) }, today).slice(-1);
  const ended: Period[] = [];
  for (let at = first; addDays(at.end, GRACE_DAYS) <= today && at.start <= (until ?? today); at = periodAfter(at)) {
    const held = daysBetween(from !== undefined && from > at.start ? from : at.start, until !== undefined && until < at.end ? until : at.end) + 1;
    if (held * 2 >= daysBetween(at.start, at.end) + 1) ended.push(at);
  }
  return ended;
}

function dayYearBefore(period: Period): string {
  return `${String(Number(period.start.slice(0, 4)) - 1).padStart(4, '0')}-01-01`;
}

/** A figure as it is written: 95%, 3 days, 2件. */
export function withUnit(value: number, unit = ''): string {
  return `${value}${/^[a-z]/i.test(unit) ? ' ' : ''}${unit}`;
}
