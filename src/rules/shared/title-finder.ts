import { onceFor } from '#model/once-for.ts';

/** Finds among headings the first that is titled so. "1 目的和范围", "范围 Scope": one heading may carry several titles. */
export function titleFinder(headings: readonly string[]): (titles: readonly string[]) => number {
  const lower = headings.map((heading) => heading.toLowerCase());
  return (titles) => {
    const wanted = allLower(titles);
    return lower.findIndex((heading) => wanted.some((title) => heading.includes(title) && partsOf(heading).includes(title)));
  };
}

const allLower = onceFor((titles: readonly string[]) => titles.map((title) => title.toLowerCase()));

function partsOf(heading: string): string[] {
  return [heading, ...heading.split(/[、/／和与及]|\band\b|&|(?<=\p{Script=Han})\s*(?=[a-z])/u)].map((part) => part.trim());
}
