import type { ReadableFile } from '#model/rule.ts';
import type { Place } from '#model/place.ts';
import { onceFor } from '#model/once-for.ts';

/** A line of running text with its number in the file. */
export interface ProseLine { readonly text: string; readonly line: number }

/** The body as its reader sees it: code blocks and comments are blanked, columns stay true. Registers have none. */
export const proseLines: (file: ReadableFile) => readonly ProseLine[] = onceFor(({ facts, lines, bodyLine }) => {
  if (facts.body === null) return [];
  const text = lines.slice(bodyLine - 1).join('\n').replace(/<!--[^]*?(?:-->|$)/g, blank);
  let fence = '';
  return text.split('\n').map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3) ?? '';
    const inside = fence !== '';
    if (mark !== '' && (fence === '' || fence === mark)) fence = inside ? '' : mark;
    return { text: inside || mark !== '' ? '' : line, line: bodyLine + index };
  });
});

/** The same number of characters with nothing in them; line ends stay. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** A stretch of a line as a place; `index` counts from 0. */
export function stretch(path: string, line: number, index: number, length: number): Place {
  return { path, position: { start: { line, column: index + 1 }, end: { line, column: index + 1 + length } } };
}
