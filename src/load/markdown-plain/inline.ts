import { COLON, HYPHEN, OPEN, SPACE } from '../characters.ts';
import { unsure, type Inline } from './inlines.ts';

const [BANG, LESS, UNDERSCORE, BACKQUOTE] = [33, 60, 95, 96];
/** Characters of ASCII at which text may end: `! & * : < [ \ ] _ ` ~`. */
const marks = new Uint8Array(128);
for (const mark of '!&*:<[\\]_`~') marks[mark.charCodeAt(0)] = 1;

/** A line of running text that begins at a column (counted from 1). */
export function scanInline(text: string, start: number, end: number, line: number, column: number, inTable = false): Inline[] {
  let inlines: Inline[] | undefined;
  const shift = column - start;
  let from = start;
  for (let offset = start; offset < end;) {
    const code = text.charCodeAt(offset);
    if (code > 127 || marks[code] === 0) { offset++; continue; }
    const next = markEnd(text, offset, end, code, inTable);
    if (next < 0) { offset++; continue; } // a character like any other
    inlines ??= [];
    if (offset > from) inlines.push(plain(text.slice(from, offset), line, from + shift));
    inlines.push(marked(text, offset, next, code, line, shift));
    offset = next;
    from = next;
  }
  const rest = end > from ? [plain(text.slice(from, end), line, from + shift)] : [];
  if (!inlines) return rest; // nearly always: nothing but text
  inlines.push(...rest);
  return inlines;
}

/** The next line of a paragraph. The break between, which stands here, belongs to the text around it. */
export function joinLine(inlines: Inline[], next: readonly Inline[], line: number, column: number): void {
  for (const inline of [plain('\n', line, column), ...next]) {
    const last = inlines[inlines.length - 1];
    if (last?.type === 'text' && inline.type === 'text') last.value += inline.value;
    else inlines.push(inline);
  }
}

function plain(value: string, line: number, column: number): Inline {
  return { type: 'text', value, url: '', line, column, endColumn: 0 };
}

/** Where the mark that begins here ends; -1 when it is plain text. Throws for every mark that is not one of the few known. */
function markEnd(text: string, offset: number, end: number, code: number, inTable: boolean): number {
  const next = offset + 1 < end ? text.charCodeAt(offset + 1) : SPACE;
  switch (code) {
    case COLON:
      if (text.startsWith(':req[', offset)) return claimEnd(text, offset, end);
      if (isWord(next) || next === COLON || next > 127) throw unsure;
      return -1;
    case BANG:
      if (next === OPEN) throw unsure;
      return -1;
    case UNDERSCORE:
      if (!isWord(next) || next === UNDERSCORE || !isWord(text.charCodeAt(offset - 1)) || text.charCodeAt(offset - 1) === UNDERSCORE) throw unsure;
      return -1;
    case OPEN: return linkEnd(text, offset, end);
    case BACKQUOTE: return inTable ? refuse() : codeEnd(text, offset, end);
    case LESS: return inTable ? refuse() : commentEnd(text, offset, end);
    default: throw unsure;
  }
}

function refuse(): never {
  throw unsure;
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === UNDERSCORE;
}

function claimEnd(text: string, offset: number, end: number): number {
  let at = offset + 5;
  while (at < end && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === HYPHEN || text.charCodeAt(at) === 46)) at++;
  if (at === offset + 5 || at >= end || text[at] !== ']' || text[at + 1] === '{' || text.charCodeAt(offset + 5) === UNDERSCORE) throw unsure;
  if (text.slice(offset, at).includes('_')) throw unsure;
  return at + 1;
}

const link = /\[(?!\s)[^[\]!`*_<>&\\:~|^@\n]+(?<!\s)\]\([^\s()<>[\]\\&|"']+\)/y;
const code = /`[^`\s|\\[][^`\n|\\[]*(?<!\s)`(?!`)/y;
const comment = /<!--(?!>|->)(?:[^\n[-]|-(?!-))*-->/y;

function linkEnd(text: string, offset: number, end: number): number {
  return matchEnd(link, text, offset, end);
}

function codeEnd(text: string, offset: number, end: number): number {
  return matchEnd(code, text, offset, end);
}

function commentEnd(text: string, offset: number, end: number): number {
  return matchEnd(comment, text, offset, end);
}

function matchEnd(pattern: RegExp, text: string, offset: number, end: number): number {
  pattern.lastIndex = offset;
  if (!pattern.test(text) || pattern.lastIndex > end) throw unsure;
  return pattern.lastIndex;
}

function marked(text: string, offset: number, next: number, mark: number, line: number, shift: number): Inline {
  const place = { url: '', line, column: offset + shift, endColumn: next + shift };
  if (mark === BACKQUOTE) return { ...place, type: 'code', value: text.slice(offset + 1, next - 1) };
  if (mark === LESS) return { ...place, type: 'comment', value: text.slice(offset, next) };
  if (mark === COLON) return { ...place, type: 'claim', value: text.slice(offset + 5, next - 1) };
  const middle = text.indexOf('](', offset);
  return { ...place, type: 'link', url: text.slice(middle + 2, next - 1), value: text.slice(offset + 1, middle) };
}
