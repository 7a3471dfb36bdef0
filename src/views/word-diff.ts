import { diffArrays } from 'diff';

/** A stretch of text: in both, only before, or only after. */
export interface Part { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Beyond so many differences two lists have nothing in common worth showing. */
const MAX_DIFFERENCES = 4000;
/** Knows the words of Chinese; splits English at spaces and marks. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export interface Run<T> { readonly kind: Part['kind']; readonly values: readonly T[] }

/** Two lists as runs of what stayed, went and came; within a change what went comes first. */
export function runsOf<T>(before: readonly T[], after: readonly T[]): Run<T>[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: MAX_DIFFERENCES });
  if (!changes) return [{ kind: 'removed', values: before }, { kind: 'added', values: after }];
  return changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', values: value }));
}

export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** How much two texts share, 0 to 1: words counted as often as they occur in both. */
export function likeness(before: readonly string[], after: readonly string[]): number {
  const left = before.filter((word) => word.trim() !== '');
  const right = after.filter((word) => word.trim() !== '');
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared++;
    counts.set(word, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** Marks the words that differ. A single letter left between two changes is swallowed: nobody can read such marks. */
export function wordDiff(before: string, after: string): Part[] {
  const groups: { removed: string; added: string; same: string }[] = [{ removed: '', added: '', same: '' }];
  for (const { kind, values } of runsOf(wordsOf(before), wordsOf(after))) {
    let last = groups.at(-1) as (typeof groups)[number];
    if (kind !== 'same' && last.same !== '') {
      if (last.same.length === 1 && last.removed + last.added !== '') Object.assign(last, { removed: last.removed + last.same, added: last.added + last.same, same: '' });
      else groups.push(last = { removed: '', added: '', same: '' });
    }
    last[kind] += values.join('');
  }
  return groups.flatMap((group) => (['removed', 'added', 'same'] as const).map((kind) => ({ kind, text: group[kind] }))).filter(({ text }) => text !== '');
}
