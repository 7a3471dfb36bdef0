import { halfWidth } from '#model/personal-data.ts';

/** A text without what readers do not see of a value: blanks and hyphens inside a number, line breaks and marks between Chinese characters, width and case of letters. `at` leads back. */
export interface Squeezed { readonly text: string; readonly at: readonly number[] }

const han = /\p{Script=Han}/u;
const digit = /\d/;
/** Marks of Markdown and characters without width. */
const unseen = new Set('*_~`\\\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff');
const tag = /<\/?[a-z][^<>]{0,40}>/iy;
/** Blanks and hyphens, which count for nothing between two digits or two Chinese characters. */
const loose = new Set(' \t\r\n\u00a0\u3000-\u2010\u2011\u2012\u2013\u2014');
/** More of them than this part two values, as indents of a table do. */
const MAX_GAP = 12;

export function squeeze(original: string): Squeezed {
  const text = halfWidth(original);
  const kept: string[] = [];
  const at: number[] = [];
  const keep = (char: string, index: number): void => { kept.push(char); at.push(index); };
  let gap = -1;
  for (let index = 0; index < text.length; index++) {
    const char = text[index] as string;
    if (unseen.has(char)) continue;
    if (char === '<') {
      tag.lastIndex = index;
      const mark = tag.exec(text)?.[0];
      if (mark !== undefined) { index += mark.length - 1; continue; }
    }
    if (loose.has(char)) { if (gap < 0) gap = index; continue; }
    if (gap >= 0) {
      const before = kept.at(-1) ?? '';
      const joins = index - gap <= MAX_GAP && ((digit.test(before) && digit.test(char)) || (han.test(before) && han.test(char)));
      if (!joins) for (let place = gap; place < index; place++) if (loose.has(text[place] as string)) keep(text[place] as string, place);
      gap = -1;
    }
    const upper = char.toUpperCase();
    keep(upper.length === 1 ? upper : char, index);
  }
  return { text: kept.join(''), at };
}
