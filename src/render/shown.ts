import type { Locale, Text } from '#model/text.ts';

/** Words of a cell or heading in the reader's language. */
export function shown(item: string | Text, locale: Locale): string {
  return typeof item === 'string' ? item : item[locale];
}
