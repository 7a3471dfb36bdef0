import type { Section } from '#model/facts.ts';
import { onceFor } from '#model/once-for.ts';

/** "1 目的和范围", "范围 Scope": one heading may carry several titles. */
export function isTitled(section: Section, titles: readonly string[]): boolean {
  const title = section.title.toLowerCase();
  return titles.some((wanted) => {
    const one = wanted.toLowerCase();
    return title.includes(one) && partsOf(section).has(one); // the parts of a title that lacks it need not be looked at
  });
}

const partsOf = onceFor(({ title }: Section) =>
  new Set([title, ...title.split(/[、/／和与及]|\band\b|&|(?<=\p{Script=Han})\s*(?=[A-Za-z])/iu)].map((part) => part.trim().toLowerCase())));
