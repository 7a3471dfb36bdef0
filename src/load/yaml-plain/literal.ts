import { HYPHEN, NEWLINE, SPACE } from '../characters.ts';
import { MAX_INDENT, toContent, unsure, type Cursor } from './cursor.ts';

/** `|` or `|-`: the lines below that are indented further, as they are. */
export function literal(cursor: Cursor, indent: number): string {
  const { text, at: start } = cursor;
  const strips = text.charCodeAt(start + 1) === HYPHEN;
  let at = start + (strips ? 2 : 1);
  if (text.charCodeAt(at) !== NEWLINE) throw unsure;
  const lines: string[] = [];
  let margin = -1;
  while (++at < text.length) {
    const end = text.indexOf('\n', at);
    if (end < 0) throw unsure;
    let first = at;
    while (text.charCodeAt(first) === SPACE) first++;
    if (first - at > MAX_INDENT) throw unsure;
    if (first === end) {
      if (first > at) throw unsure;
      lines.push('');
    } else {
      if (margin < 0) margin = first - at;
      if (margin <= indent || first - at < margin) break;
      if (/^[-?:] +[-?:] /.test(text.slice(first, end))) throw unsure;
      lines.push(text.slice(at + margin, end));
    }
    at = end;
  }
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw unsure;
  cursor.at = Math.min(at, text.length);
  toContent(cursor);
  return lines.join('\n') + (strips ? '' : '\n');
}
