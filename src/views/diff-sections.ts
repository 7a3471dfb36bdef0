import type { EditionSection } from '#model/edition.ts';
import { keyOf } from './diff-units.ts';
import { likeness, runsOf } from './word-diff.ts';

/** A section before and after; null on the side where it does not exist. `moved`: it stands elsewhere among its neighbours. */
export interface SectionPair { readonly before: EditionSection | null; readonly after: EditionSection | null; readonly moved: boolean }

/** From this share of equal sentences on two sections of different titles are one that was renamed. */
const RENAMED = 0.6;

/** Which section is which: by the path of titles, then by the title alone, then by what it says. In order of the later text. */
export function pairSections(before: readonly EditionSection[], after: readonly EditionSection[]): SectionPair[] {
  const partner = new Map<EditionSection, EditionSection>();
  const taken = new Set<EditionSection>();
  const match = (key: (section: EditionSection) => string): void => {
    const waiting = Map.groupBy(before.filter((section) => !taken.has(section)), key);
    for (const section of after) {
      const found = partner.has(section) ? undefined : waiting.get(key(section))?.shift();
      if (found) { partner.set(section, found); taken.add(found); }
    }
  };
  match(({ path }) => path.join('\u0000'));
  match(({ path }) => path.at(-1) ?? '');
  for (const section of after) {
    if (partner.has(section) || section.units.length === 0) continue;
    const words = section.units.map(keyOf);
    const found = before.find((other) => !taken.has(other) && other.units.length > 0 && likeness(other.units.map(keyOf), words) >= RENAMED);
    if (found) { partner.set(section, found); taken.add(found); }
  }
  const moved = movedAmong(before.filter((section) => taken.has(section)), after.flatMap((section) => partner.get(section) ?? []));
  const pairs: SectionPair[] = after.map((section) => {
    const found = partner.get(section) ?? null;
    return { before: found, after: section, moved: found !== null && moved.has(found) };
  });
  for (const [index, section] of before.entries()) {
    if (taken.has(section)) continue;
    const previous = pairs.findIndex((pair) => pair.before !== null && pair.before === before[index - 1]);
    pairs.splice(previous + 1, 0, { before: section, after: null, moved: false });
  }
  return pairs;
}

/** The sections that must be taken out so that the others stand in the same order on both sides. */
function movedAmong(inOrder: readonly EditionSection[], found: readonly EditionSection[]): Set<EditionSection> {
  const place = new Map(inOrder.map((section, index) => [section, index]));
  const runs = runsOf([...inOrder.keys()], found.map((section) => place.get(section) as number));
  return new Set(runs.filter(({ kind }) => kind === 'added').flatMap(({ values }) => values.map((index) => inOrder[index] as EditionSection)));
}
