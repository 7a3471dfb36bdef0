import type { Position } from '#model/place.ts';
import type { BodyGatherer } from '../body-gatherer.ts';

/** Not an error of the text: it holds something that is left to the general parser. Thrown as it is, without a stack. */
export const unsure: Error = new Error('not plain');

/** A piece of running text, on one line unless it is `text`: `value` is its words (of a claim, the item; of a comment, all of it). */
export interface Inline { readonly type: 'text' | 'code' | 'comment' | 'claim' | 'link'; value: string; readonly url: string; readonly line: number; readonly column: number; readonly endColumn: number }

/** A place within one line, from column to column. */
export function within(line: number, from: number, to: number): Position {
  return { start: { line, column: from }, end: { line, column: to } };
}

/** Their words without marks. */
export function wordsOf(inlines: readonly Inline[]): string {
  const [only] = inlines;
  if (inlines.length === 1 && only?.type === 'text') return only.value;
  let words = '';
  for (const { type, value } of inlines) if (type !== 'claim' && type !== 'comment') words += value;
  return words;
}

export function tellInlines(inlines: readonly Inline[], gatherer: BodyGatherer): void {
  for (const { type, value, url, line, column, endColumn } of inlines) {
    switch (type) {
      case 'text': gatherer.text(value, line, column); break;
      case 'code': gatherer.code(value); break;
      case 'comment': gatherer.html(value, within(line, column, endColumn)); break;
      case 'claim': gatherer.claim(value, within(line, column, endColumn)); break;
      case 'link':
        gatherer.link(url, false, within(line, column, endColumn));
        gatherer.text(value, line, column + 1);
    }
  }
}
