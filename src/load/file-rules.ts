import type { CodedFinding } from '#model/diagnostic.ts';
import { onceFor } from '#model/once-for.ts';
import type { ReadableFile } from '#model/rule.ts';
import type { Extraction } from './extract.ts';
import { firstLook } from './first-look.ts';

/** What the file rules say of one file: `text` is all of it, its body begins on `bodyLine`. */
export function fileFindings(facts: ReadableFile['facts'], text: string, bodyLine: number, extraction: Extraction): CodedFinding[] {
  const file = readable(facts, text, bodyLine, extraction.assets.words);
  const { look, bits } = sought(extraction);
  const seen = look(text);
  const found: CodedFinding[] = [];
  for (const [at, rule] of extraction.rules.entries()) {
    for (const finding of rule.check(file, (seen & (bits[at] as number)) !== 0)) found.push({ ...finding, code: rule.code });
  }
  return found;
}

/** The look for what all rules seek, and the bits of each rule; a rule that seeks nothing sees every text. */
const sought = onceFor(({ rules, assets }: Extraction) => {
  const seekers = rules.filter(({ seeks }) => seeks);
  const look = firstLook(seekers.map(({ seeks }) => seeks?.(assets.words) ?? {}));
  const always = 1 << seekers.length;
  return { look: (text: string): number => look(text) | always, bits: rules.map((rule) => (rule.seeks ? 1 << seekers.indexOf(rule) : always)) };
});

/** Lines are made when a rule asks for them. */
function readable(facts: ReadableFile['facts'], text: string, bodyLine: number, words: ReadableFile['words']): ReadableFile {
  let lines: string[] | undefined;
  return { facts, text, bodyLine, words, get lines() { return (lines ??= text.split('\n')); } };
}
