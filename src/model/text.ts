/** The languages every sentence of ours exists in. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** A sentence of ours: a missing language is a compile error. Place-holders are `{name}`. */
export type Text = Readonly<Record<Locale, string>>;

/** Words written in a workspace: one string in its main language, or some of our languages. */
export type Wording = string | { readonly [locale in Locale]?: string };

/** Picks the reader's language, else any language there is; '' when there are no words at all. */
export function wordsIn(words: Wording | undefined, locale: Locale): string {
  if (words === undefined || words === null) return '';
  if (typeof words === 'string') return words;
  return words[locale] ?? words['zh-CN'] ?? words.en ?? '';
}

/** All wordings given, whatever the language. */
export function allWords(words: Wording | undefined): string[] {
  if (words === undefined || words === null) return [];
  return typeof words === 'string' ? [words] : Object.values(words);
}
