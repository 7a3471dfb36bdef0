/** Calendar arithmetic on YYYY-MM-DD. Compare dates as strings. */
const DAY = 86_400_000;

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
  return new Date(time).toISOString().slice(0, 10);
}

/** The same day so many months later, or the last day of that month when it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const to = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const last = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  return `${to.year}-${String(to.month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}
