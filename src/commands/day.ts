import type { Text } from '#model/text.ts';

/** What is wrong with a day as typed; undefined for one of the calendar, YYYY-MM-DD. */
export function wrongDay(day: string): Text | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === day) return undefined;
  return { en: `there is no day "${day}"; write it as 2004-12-31.`, 'zh-CN': `没有“${day}”这一天；请写成 2004-12-31 这样。` };
}
