import { COLON, HYPHEN, OPEN, SPACE } from '../characters.ts';
import { unsure, within, type Inline } from './nodes.ts';

const [BANG, LESS, UNDERSCORE, BACKQUOTE] = [33, 60, 95, 96];
/** Characters of ASCII at which text may end: `! & * : < [ \ ] _ ` ~`. */
const marks = new Uint8Array(128);
for (const mark of '!&*:<[\\]_`~') marks[mark.charCodeAt(0)] = 1;

/** A line of running text that begins at a column (counted from 1). Text that goes on from the line before is joined to `nodes`. */
export function scanInline(text: string, start: number, end: number, line: number, column: number, nodes: Inline[], inTable = false): void {
  const at = (offset: number): number => column + offset - start;
  let from = start;
  const flush = (to: number): void => {
    if (to > from) addText(nodes, text.slice(from, to), line, at(from), at(to));
  };
  for (let offset = start; offset < end;) {
    const code = text.charCodeAt(offset);
    if (code > 127 || marks[code] === 0) { offset++; continue; }
    const next = markEnd(text, offset, end, code, inTable);
    if (next < 0) { offset++; continue; } // a character like any other
    flush(offset);
    nodes.push(markNode(text, offset, next, code, line, at(offset), at(next)));
    offset = next;
    from = next;
  }
  flush(end);
}

/** A line break inside a paragraph belongs to the text around it. */
export function breakLine(nodes: Inline[], line: number, column: number): void {
  addText(nodes, '\n', line, column, 1, line + 1);
}

function addText(nodes: Inline[], value: string, line: number, from: number, to: number, endLine = line): void {
  const last = nodes[nodes.length - 1];
  if (last?.type === 'text') {
    last.value += value;
    (last.position as { end: { line: number; column: number } }).end = { line: endLine, column: to };
  } else nodes.push({ type: 'text', value, position: { start: { line, column: from }, end: { line: endLine, column: to } } });
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

function markNode(text: string, offset: number, next: number, mark: number, line: number, from: number, to: number): Inline {
  const position = within(line, from, to);
  if (mark === BACKQUOTE) return { type: 'inlineCode', value: text.slice(offset + 1, next - 1), position };
  if (mark === LESS) return { type: 'html', value: text.slice(offset, next), position };
  if (mark === COLON) return { type: 'textDirective', name: 'req', attributes: {}, children: [{ type: 'text', value: text.slice(offset + 5, next - 1), position: within(line, from + 5, to - 1) }], position };
  const middle = text.indexOf('](', offset);
  const label = text.slice(offset + 1, middle);
  return { type: 'link', url: text.slice(middle + 2, next - 1), title: null, children: [{ type: 'text', value: label, position: within(line, from + 1, from + 1 + label.length) }], position };
}
