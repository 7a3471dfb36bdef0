import { format } from '#i18n/format.ts';
import { words } from '#i18n/words.ts';
import type { ReportInput } from './report.ts';

/** What was looked at, in sentences: a check of nothing must not be green. */
export function checkedLines({ checked, locale }: Pick<ReportInput, 'checked' | 'locale'>): string[] {
  if ('said' in checked) return [...checked.said];
  return [
    format(words.checked, { ...checked }, locale),
    ...(checked.buildingUntil === '' ? [] : [format(words.building, { date: checked.buildingUntil }, locale)]),
    ...(checked.suppressed > 0 ? [format(words.suppressed, { count: checked.suppressed }, locale)] : []),
    ...(checked.baseline > 0 ? [format(words.inBaseline, { count: checked.baseline }, locale)] : []),
  ];
}

/** The same for machines. */
export function checkedFigures({ checked }: Pick<ReportInput, 'checked'>): object {
  return 'said' in checked ? checked.figures : checked;
}
