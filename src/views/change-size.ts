import type { DiffView, SectionChange } from './diff.ts';

/**
 * How large a change of text is, front matter aside. `sentences` and `sections` count those of the longer text; `percent` is the share of sentences
 * that differ, rounded up; `sectionsChanged` counts the sections that came or went; `touched` are the headings of those that differ, as they stand.
 */
export interface ChangeSize { readonly changed: number; readonly sentences: number; readonly percent: number; readonly sections: number; readonly sectionsChanged: number; readonly touched: readonly string[] }

/** Measures a comparison: what `qms revise` proposes a revision by. */
export function changeSize({ sections }: DiffView): ChangeSize {
  const units = sections.flatMap((section) => section.units);
  const changed = units.filter(({ status }) => status !== 'unchanged').length;
  const sentences = longer(units);
  return {
    changed, sentences, percent: sentences === 0 ? 0 : Math.min(100, Math.ceil((changed * 100) / sentences)),
    sections: longer(sections), sectionsChanged: sections.filter(({ status }) => status === 'added' || status === 'removed').length,
    touched: [...new Set(sections.filter(({ status, moved }) => status !== 'unchanged' || moved).map(headingOf).filter(Boolean))],
  };
}

function longer(parts: readonly { readonly status: string }[]): number {
  const without = (status: string): number => parts.filter((part) => part.status !== status).length;
  return Math.max(without('added'), without('removed'));
}

/** The heading as it stands now, or stood last. */
function headingOf({ heading, status }: SectionChange): string {
  return heading.filter(({ kind }) => kind !== (status === 'removed' ? 'added' : 'removed')).map(({ text }) => text).join('').trim();
}
