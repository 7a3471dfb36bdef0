/** The same day so many months later, or the last day of that month when it has no such day. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const to = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  const last = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate();
  return `${to.year}-${String(to.month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}
