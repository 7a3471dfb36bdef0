import { locales, wordsIn, type Text, type Wording } from './text.ts';

/** Several words as one value of a message: "a, b" in English, “a、b” in Chinese. */
export function listed(words: readonly Wording[]): Text {
  const joined = locales.map((locale) => [locale, words.map((word) => wordsIn(word, locale)).join(locale === 'en' ? ', ' : '、')]);
  return Object.fromEntries(joined) as Text;
}
