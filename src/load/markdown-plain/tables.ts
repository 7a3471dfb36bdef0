import type { Position } from '#model/place.ts';
import type { BodyGatherer } from '../body-gatherer.ts';
import { BAR, NEWLINE, SPACE } from '../characters.ts';
import { scanInline } from './inline.ts';
import { tellInlines, unsure, within, wordsOf } from './inlines.ts';

const delimiter = /\|(?: *:?-+:? *\|)+(?=\n|$)/y;

/** A table whose first line begins at `start`; every line of it begins and ends with a bar. Returns the offset behind its last line, and how many lines it has. */
export function scanTable(text: string, start: number, firstLine: number, gatherer: BodyGatherer): { readonly end: number; readonly lines: number } {
  const headerEnd = lineEnd(text, start);
  delimiter.lastIndex = headerEnd + 1;
  if (headerEnd >= text.length || !delimiter.test(text)) throw unsure;
  const columns = countBars(text, headerEnd + 1, delimiter.lastIndex) - 1;
  const rows = [scanRow(text, start, headerEnd, firstLine, columns, gatherer)];
  const places = [within(firstLine, 1, headerEnd - start + 1)];
  let end = delimiter.lastIndex;
  let last: Position['end'] = { line: firstLine + 1, column: end - headerEnd };
  for (let at = end + 1, line = firstLine + 2; at < text.length && text.charCodeAt(at) === BAR; at = end + 1, line++) {
    end = lineEnd(text, at);
    rows.push(scanRow(text, at, end, line, columns, gatherer));
    last = { line, column: end - at + 1 };
    places.push({ start: { line, column: 1 }, end: last });
  }
  if (end + 1 < text.length && text.charCodeAt(end + 1) !== NEWLINE) throw unsure; // a line without bars would still be a row
  gatherer.table(rows, places, { start: { line: firstLine, column: 1 }, end: last });
  return { end, lines: rows.length + 1 };
}

/** The words of its cells. */
function scanRow(text: string, start: number, end: number, line: number, columns: number, gatherer: BodyGatherer): string[] {
  if (text.charCodeAt(end - 1) !== BAR || end - start < 2) throw unsure;
  const cells: string[] = [];
  for (let at = start + 1; at < end;) {
    const bar = text.indexOf('|', at);
    let [from, to] = [at, bar];
    while (from < to && text.charCodeAt(from) === SPACE) from++;
    while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
    const inlines = scanInline(text, from, to, line, from - start + 1, true);
    tellInlines(inlines, gatherer);
    cells.push(wordsOf(inlines).trim());
    at = bar + 1;
  }
  if (cells.length !== columns) throw unsure;
  return cells;
}

function countBars(text: string, from: number, to: number): number {
  let bars = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === BAR) bars++;
  return bars;
}

/** The end of the line, its break not included. */
export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
