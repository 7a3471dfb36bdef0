/** Calendar arithmetic on YYYY-MM-DD. Compare dates as strings: so a sum that leaves the four digits stays at the first or last day of the calendar. */
const DAY = 86_400_000;
const [first, last] = ['0001-01-01', '9999-12-31'];

export function addDays(date: string, days: number): string {
  return asDate(Date.parse(date) + days * DAY);
}

/** Monday to Friday count as working days; holidays and the days worked instead are not known here. */
export function addWorkingDays(date: string, days: number): string {
  let day = date;
  for (let left = Math.abs(days); left > 0;) {
    day = addDays(day, days < 0 ? -1 : 1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/** Days from one date to another, negative when the second lies before the first. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY);
}

function isWorkingDay(date: string): boolean {
  const weekday = new Date(Date.parse(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function asDate(time: number): string {
  return new Date(Math.min(Math.max(time, Date.parse(first)), Date.parse(last))).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last day of that month when it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  if (count >= 120_000) return last;
  if (count < 12) return first;
  const start = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
  return `${start}-${String(Math.min(day, daysOf(start))).padStart(2, '0')}`;
}

/** How many days a month (YYYY-MM) has. Not by Date.UTC, which takes the years 0 to 99 for 1900 to 1999. */
function daysOf(month: string): number {
  return [31, 30, 29].find((day) => addDays(`${month}-01`, day - 1).startsWith(month)) ?? 28;
}
