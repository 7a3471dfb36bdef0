import { locales, type Locale, type Text } from '#model/text.ts';

/** A view as data for one reader: each of our sentences in the reader's language, all else as it is. */
export function inWords(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((one) => inWords(one, locale));
  if (value === null || typeof value !== 'object') return value;
  if (Object.keys(value).length === locales.length && locales.every((name) => name in value)) return (value as Text)[locale];
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inWords(one, locale)]));
}
