import { HASH, NEWLINE, SPACE } from '../characters.ts';

/** Where a reader stands in a text. `lineStart` is the offset of the line of the next content, `indent` its column. */
export interface Cursor { readonly text: string; at: number; lineStart: number; indent: number; depth: number }

/** Not an error of the text: it holds something that is left to the general parser. Thrown as it is, without a stack. */
export const unsure: Error = new Error('not plain');
/** Far below the limits at which a file is refused: what comes near them is judged by the general parser. */
export const MAX_DEPTH = 30;
export const MAX_INDENT = 200;

/** Passes over blank lines and comments; `at` comes to stand on the first character of the next content. False at the end of the text. */
export function toContent(cursor: Cursor): boolean {
  const { text } = cursor;
  for (let start = cursor.at; start < text.length;) {
    let at = start;
    while (text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    if (at - start > MAX_INDENT) throw unsure;
    if (code === NEWLINE) start = at + 1;
    else if (code === HASH) start = lineEnd(text, at) + 1;
    else if (at === text.length) start = at;
    else {
      if (at === start && (code === 37 || text.startsWith('---', at) || text.startsWith('...', at))) throw unsure;
      cursor.at = at;
      cursor.lineStart = start;
      cursor.indent = at - start;
      return true;
    }
  }
  cursor.at = text.length;
  cursor.indent = -1;
  return false;
}

/** From behind a colon or dash to the value on the same line; false when the line holds none. */
export function toValue(cursor: Cursor): boolean {
  const { text } = cursor;
  let { at } = cursor;
  while (text.charCodeAt(at) === SPACE) at++;
  const code = text.charCodeAt(at);
  if (code === NEWLINE || at >= text.length) cursor.at = at + 1;
  else if (code === HASH && at > cursor.at) cursor.at = lineEnd(text, at) + 1;
  else {
    cursor.at = at;
    return true;
  }
  if (cursor.at > text.length) cursor.at = text.length;
  return false;
}

export function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === NEWLINE || at >= text.length;
}

/** Whether a key was written twice: of so many that were put in, fewer are there. */
export function isTwice(found: Readonly<Record<string, unknown>>, keys: number): boolean {
  return keys > 1 && Object.keys(found).length < keys;
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
