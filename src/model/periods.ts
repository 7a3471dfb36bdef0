import { addDays, addMonths } from './calendar.ts';

/** A stretch of time that has a name: 2004-07, 2004-Q3, 2004-H2 or 2004. */
export interface Period { readonly name: string; readonly start: string; readonly end: string; readonly months: number }

const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The period of a kind (month, quarter, half-year, year) that a day belongs to; undefined for other kinds. */
export function periodAround(day: string, kind: string): Period | undefined {
  const months = monthsOf[kind];
  if (months === undefined) return undefined;
  const year = day.slice(0, 4);
  const serial = Math.floor((Number(day.slice(5, 7)) - 1) / months);
  const start = `${year}-${String(serial * months + 1).padStart(2, '0')}-01`;
  const names: Readonly<Record<number, string>> = { 1: day.slice(0, 7), 3: `${year}-Q${serial + 1}`, 6: `${year}-H${serial + 1}`, 12: year };
  return { name: names[months] as string, start, end: addDays(addMonths(start, months), -1), months };
}

/** The period with that name; undefined when it is none. */
export function periodNamed(name: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(name);
  if (!match) return undefined;
  const [, year, month, quarter, half] = match;
  if (month) return periodAround(`${year}-${month}-01`, 'month');
  if (quarter) return periodAround(`${year}-${String(Number(quarter) * 3).padStart(2, '0')}-01`, 'quarter');
  if (half) return periodAround(`${year}-${String(Number(half) * 6).padStart(2, '0')}-01`, 'half-year');
  return periodAround(`${year}-01-01`, 'year');
}

/** The next period of the same length. */
export function periodAfter(period: Period): Period {
  const kind = Object.keys(monthsOf).find((name) => monthsOf[name] === period.months) as string;
  return periodAround(addDays(period.end, 1), kind) as Period;
}

/** Whether the days of two periods overlap. */
export function overlap(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}
