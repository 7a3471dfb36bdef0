import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrongDay } from '#commands/day.ts';
import { addDays, addMonths, addWorkingDays, daysBetween } from '#model/calendar.ts';
import { periodAfter, periodAround, periodNamed } from '#model/periods.ts';
import { assets } from '../memory.ts';

/** The calendar, written down a second time: nothing of Date. */
const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengths = (year: number): number[] => [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number): string => String(number).padStart(2, '0');
const written = ([year, month, day]: readonly [number, number, number]): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
const nextDay = ([year, month, day]: readonly [number, number, number]): [number, number, number] =>
  day < (lengths(year)[month - 1] as number) ? [year, month, day + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];

const year = fc.oneof(fc.integer({ min: 1990, max: 2030 }), fc.constantFrom(1, 4, 99, 100, 400, 1900, 2000, 2004, 2100, 9998), fc.integer({ min: 1, max: 9998 }));
const real = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })).map(([y, m, d]) => [y, m, Math.min(d, lengths(y)[m - 1] as number)] as const);
const any = fc.tuple(year, fc.nat({ max: 14 }), fc.nat({ max: 33 }));
const accepts = (day: string): boolean => assets.check('documents/procedure')?.({ type: 'procedure', id: 'AB/QP-01', title: '甲', revision: 'A/0', status: 'draft', owner: 'office', effective: day }) === null;

test('a day is one of the calendar or refused, on the command line as in a file', () => {
  fc.assert(fc.property(fc.oneof(any, real), ([y, m, d]) => {
    const valid = m >= 1 && m <= 12 && d >= 1 && d <= (lengths(y)[m - 1] as number);
    const day = written([y, m, d]);
    expect([day, wrongDay(day) === undefined, accepts(day)]).toEqual([day, valid, valid]);
  }), { numRuns: 400 });
  for (const wrong of ['2004-6-1', '04-06-01', '2004/06/01', '2004-06', '2004-06-01T00:00:00Z', '２００４-06-01', ' 2004-06-01', '2004-06-01\n', '+002004-06-01', '']) {
    expect([wrong, wrongDay(wrong) === undefined, accepts(wrong)]).toEqual([wrong, false, false]);
  }
});

test('days: the next day is the next of the calendar, sums undo each other, order is that of the strings', () => {
  fc.assert(fc.property(real, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
    const day = written(from);
    expect(addDays(day, 1)).toBe(written(nextDay(from)));
    expect(daysBetween(day, written(nextDay(from)))).toBe(1);
    const there = addDays(day, count);
    if (there <= '0001-01-01' || there >= '9999-12-31') return;
    expect([there, addDays(there, -count), daysBetween(day, there), Math.sign(count)]).toEqual([there, day, count, there > day ? 1 : there < day ? -1 : 0]);
  }), { numRuns: 400 });
});

test('months: the same day, or the last of a month that is shorter; never a day that does not exist', () => {
  fc.assert(fc.property(real, fc.integer({ min: -36, max: 120 }), (from, count) => {
    const [y, m, d] = from;
    const index = y * 12 + m - 1 + count;
    const to = [Math.floor(index / 12), (index % 12) + 1] as const;
    if (to[0] < 1 || to[0] > 9999) return;
    expect(addMonths(written(from), count)).toBe(written([to[0], to[1], Math.min(d, lengths(to[0])[to[1] - 1] as number)]));
  }), { numRuns: 400 });
  expect([addMonths('2004-02-29', 12), addMonths('2004-01-31', 1), addMonths('2003-01-31', 1), addMonths('2004-12-31', 2)]).toEqual(['2005-02-28', '2004-02-29', '2003-02-28', '2005-02-28']);
});

test('the calendar ends with its four digits, so that days stay comparable as strings', () => {
  fc.assert(fc.property(real, fc.integer({ min: -1e12, max: 1e12 }), (from, count) => {
    const day = written(from);
    for (const there of [addDays(day, count), addMonths(day, count)]) {
      expect([there, wrongDay(there)]).toEqual([there, undefined]);
      expect(count < 0 ? there <= day : there >= day).toBe(true);
    }
  }), { numRuns: 300 });
  expect([addDays('9999-12-31', 1), addMonths('9999-12-31', 12), addDays('0001-01-01', -1), addWorkingDays('9999-12-30', 5)]).toEqual(['9999-12-31', '9999-12-31', '0001-01-01', '9999-12-31']);
});

test('working days: five in any seven, never a Saturday or Sunday', () => {
  fc.assert(fc.property(real, fc.integer({ min: 1, max: 60 }), (from, count) => {
    const there = addWorkingDays(written(from), count);
    if (there >= '9999-12-31') return;
    // 2004-01-05 was a Monday.
    expect(((daysBetween('2004-01-05', there) % 7) + 7) % 7).toBeLessThan(5);
    const passed = Array.from({ length: daysBetween(written(from), there) }, (_, at) => addDays(written(from), at + 1));
    expect(passed.filter((day) => ((daysBetween('2004-01-05', day) % 7) + 7) % 7 < 5)).toHaveLength(count);
  }), { numRuns: 150 });
});

test('periods: every day lies in one of each kind, they follow without a gap, and their names read back', () => {
  fc.assert(fc.property(real, fc.constantFrom('month', 'quarter', 'half-year', 'year'), (from, kind) => {
    const day = written(from);
    const period = periodAround(day, kind);
    if (!period) throw new Error(kind);
    expect(period.start <= day && day <= period.end).toBe(true);
    expect(periodNamed(period.name)).toEqual(period);
    expect(periodAfter(period).start).toBe(addDays(period.end, 1));
    expect(daysBetween(period.start, period.end) + 1).toBe(lengths(from[0]).slice(Number(period.start.slice(5, 7)) - 1, Number(period.end.slice(5, 7))).reduce((sum, length) => sum + length));
  }), { numRuns: 300 });
});
