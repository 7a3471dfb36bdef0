import { bodyGatherer, type BodyGatherer, type Read } from '../body-gatherer.ts';
import { BAR, COLON, HASH, OPEN, SPACE } from '../characters.ts';
import { joinLine, scanInline } from './inline.ts';
import { tellInlines, unsure, within, wordsOf, type Inline } from './inlines.ts';
import { lineEnd, scanTable } from './tables.ts';

/** What is open above a line: nothing, a paragraph, an item of a list, a quote. */
type Open = 'nothing' | 'paragraph' | 'item' | 'quote';
interface Scan { readonly text: string; at: number; line: number; open: Open; marker: string; readonly gatherer: BodyGatherer; paragraph: Paragraph | null }
/** What is not told yet: another line may belong to it. */
interface Paragraph { readonly inlines: Inline[]; readonly line: number; readonly column: number; endLine: number; endColumn: number }

/** So short a text cannot hold the 3,000 marks or references at which a passage is refused, each of two characters and more. */
const MAX_TEXT = 6000;
/** Code that holds what the limits count. */
const nested = /^ {100}|^ *(?:[>*+-]|\d+[.)]) *(?:[>*+-]|\d+[.)])/m;

const item = /(?:[-*+]|\d{1,9}[.)]) (?=[^ \n])/y;
const heading = /#{1,6} (?=[^ \n])/y;
const leaf = /::([a-z]+)(?:\{([a-z-]+)=([A-Za-z0-9_-]+)\})?(?=\n|$)/y;
/** What cannot begin a paragraph without being looked at as something else. */
const special = ' #-*+>|`~<:=_!&\\[]"\'(';

/**
 * Facts of Markdown as most documents are written: headings, paragraphs, items of lists on one line, tables with outer
 * bars, quotes of one paragraph, code between fences, comments, links, claims, live content. Undefined
 * where the text holds anything else or anything doubtful, or could come near the limits of markdown-limits.ts: then those and the general
 * parser decide. `firstLine` is the number of the first line; places are those of the file.
 * Proof that both agree: tests/load/markdown-plain.test.ts.
 */
export function readPlainMarkdown(text: string, firstLine: number, ids: RegExp): Read | undefined {
  if (text.length > MAX_TEXT || !text.isWellFormed() || /[\t\r\0\f\v\ufeff\u0085\u2028\u2029]|www\.|:\/\/|@/i.test(text)) return undefined;
  const scan: Scan = { text, at: 0, line: firstLine, open: 'nothing', marker: '', gatherer: bodyGatherer(ids), paragraph: null };
  try {
    while (scan.at < text.length) scanLine(scan);
    tellParagraph(scan);
    return scan.gatherer.done();
  } catch (error) {
    if (error === unsure) return undefined;
    throw error;
  }
}

function scanLine(scan: Scan): void {
  const { text, at } = scan;
  const end = lineEnd(text, at);
  if (end > at && text.charCodeAt(end - 1) === SPACE) throw unsure;
  if (end === at) { tellParagraph(scan); return next(scan, end, 'nothing'); }
  switch (text.charCodeAt(at)) {
    case HASH: return scanHeading(scan, end);
    case BAR: return scanWholeTable(scan);
    case COLON: return text.startsWith('::', at) ? scanLeaf(scan, end) : scanText(scan, end);
    case 60: return scanComment(scan, end);
    case 62: return scanQuote(scan, end);
    case 96: return text.startsWith('```', at) ? scanFence(scan, end) : scanText(scan, end);
    default: return matchesAt(item, text, at) ? scanItem(scan, end) : scanText(scan, end);
  }
}

function next(scan: Scan, end: number, open: Open, lines = 1): void {
  scan.at = end + 1;
  scan.line += lines;
  scan.open = open;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function scanHeading(scan: Scan, end: number): void {
  const { text, at, line } = scan;
  if (!matchesAt(heading, text, at) || text.charCodeAt(end - 1) === HASH) throw unsure;
  const content = heading.lastIndex;
  tellParagraph(scan);
  const inlines = scanInline(text, content, end, line, content - at + 1);
  scan.gatherer.heading(content - at - 1, wordsOf(inlines), within(line, 1, end - at + 1));
  tellInlines(inlines, scan.gatherer);
  next(scan, end, 'nothing');
}

function scanWholeTable(scan: Scan): void {
  if (scan.open !== 'nothing') throw unsure;
  const { end, lines } = scanTable(scan.text, scan.at, scan.line, scan.gatherer);
  next(scan, end, 'nothing', lines);
}

function scanLeaf(scan: Scan, end: number): void {
  const { text, at, line } = scan;
  leaf.lastIndex = at;
  const match = leaf.exec(text);
  if (!match || scan.open !== 'nothing') throw unsure;
  const [, name = '', key, value = ''] = match;
  scan.gatherer.directive(name, key === undefined ? {} : { [key]: value }, within(line, 1, end - at + 1));
  next(scan, end, 'nothing');
}

function scanComment(scan: Scan, end: number): void {
  const { text, at, line } = scan;
  if (!text.startsWith('<!--', at) || text.indexOf('-->', at) !== end - 3 || text.slice(at, end).includes('[') || end - 3 < at + 4 || scan.open === 'item' || scan.open === 'quote') throw unsure;
  tellParagraph(scan);
  scan.gatherer.html(text.slice(at, end), within(line, 1, end - at + 1));
  next(scan, end, 'nothing');
}

function scanFence(scan: Scan, end: number): void {
  const { text, at, line } = scan;
  const lang = text.slice(at + 3, end);
  if (!/^[A-Za-z-]*$/.test(lang)) throw unsure;
  let close = end;
  let lines = 1;
  let start: number;
  do {
    start = close + 1;
    if (start >= text.length) throw unsure;
    close = lineEnd(text, start);
    lines++;
    if (/^ {0,3}```/.test(text.slice(start, start + 6)) && close - start !== 3) throw unsure;
  } while (!(close - start === 3 && text.startsWith('```', start)));
  const value = start === end + 1 ? '' : text.slice(end + 1, start - 1);
  if (value.split('[').length > 50 || nested.test(value)) throw unsure;
  tellParagraph(scan);
  scan.gatherer.fence(lang, value, { start: { line, column: 1 }, end: { line: line + lines - 1, column: 4 } });
  next(scan, close, 'nothing', lines);
}

function scanItem(scan: Scan, end: number): void {
  const { text } = scan;
  const content = item.lastIndex;
  const mark = text[content - 2] as string; // - * + . )
  if ((scan.open === 'item' && mark !== scan.marker) || scan.open === 'quote') throw unsure;
  if (scan.open === 'paragraph' && '.)'.includes(mark)) throw unsure; // only a list from 1 may break into a paragraph
  if (text.charCodeAt(content) !== OPEN && isSpecial(text, content)) throw unsure;
  paragraph(scan, end, content);
  scan.marker = mark;
  next(scan, end, 'item');
}

function scanText(scan: Scan, end: number): void {
  const { text, at } = scan;
  if (scan.open === 'item' || scan.open === 'quote') throw unsure; // it may belong to that
  const claim = text.startsWith(':req[', at);
  const linked = text.charCodeAt(at) === OPEN && scan.open === 'nothing';
  if (!claim && !linked && isSpecial(text, at)) throw unsure;
  if (scan.open === 'paragraph') continueParagraph(scan, end, at);
  else paragraph(scan, end, at);
  next(scan, end, 'paragraph');
}

/** Whether a line may begin something other than plain text here. */
function isSpecial(text: string, at: number): boolean {
  return special.includes(text[at] as string) || /^\d{1,9}[.)](?: |\n|$)/.test(text.slice(at, at + 11));
}

function paragraph(scan: Scan, end: number, from: number): void {
  const { text, at, line } = scan;
  tellParagraph(scan);
  scan.paragraph = { inlines: scanInline(text, from, end, line, from - at + 1), line, column: from - at + 1, endLine: line, endColumn: end - at + 1 };
}

/** A quote of one paragraph. */
function scanQuote(scan: Scan, end: number): void {
  const { text, at } = scan;
  const content = at + 2;
  if (text.charCodeAt(at + 1) !== SPACE || content >= end || isSpecial(text, content) || scan.open === 'item' || scan.open === 'paragraph') throw unsure;
  if (scan.open === 'quote') continueParagraph(scan, end, content);
  else paragraph(scan, end, content);
  next(scan, end, 'quote');
}

function continueParagraph({ text, at, line, paragraph: open }: Scan, end: number, from: number): void {
  if (open === null) throw unsure;
  joinLine(open.inlines, scanInline(text, from, end, line, from - at + 1), line - 1, open.endColumn);
  open.endLine = line;
  open.endColumn = end - at + 1;
}

function tellParagraph(scan: Scan): void {
  const { paragraph: open, gatherer } = scan;
  if (open === null) return;
  gatherer.paragraph(wordsOf(open.inlines), { start: { line: open.line, column: open.column }, end: { line: open.endLine, column: open.endColumn } });
  tellInlines(open.inlines, gatherer);
  scan.paragraph = null;
}
