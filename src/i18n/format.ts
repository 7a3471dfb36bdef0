import type { Args } from '#model/diagnostic.ts';
import { wordsIn, type Locale, type Text } from '#model/text.ts';

/** Puts values into the place-holders of a sentence; values that are words come in the same language. */
export function format(text: Text, args: Args, locale: Locale): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? wordsIn(value, locale) : String(value);
  });
}

/** The names of a sentence's place-holders, sorted. */
export function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string))].sort();
}
