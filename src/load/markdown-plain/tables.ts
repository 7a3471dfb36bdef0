import type { Table, TableRow } from 'mdast';
import { BAR, NEWLINE, SPACE } from '../characters.ts';
import { scanInline } from './inline.ts';
import { phrasing, unsure, within, type Inline } from './nodes.ts';

const delimiter = /\|(?: *:?-+:? *\|)+(?=\n|$)/y;

/** A table whose first line begins at `start`; every line of it begins and ends with a bar. Returns the offset behind its last line. */
export function scanTable(text: string, start: number, firstLine: number): { readonly table: Table; readonly end: number } {
  const headerEnd = lineEnd(text, start);
  delimiter.lastIndex = headerEnd + 1;
  if (headerEnd >= text.length || !delimiter.test(text)) throw unsure;
  const delimiterEnd = delimiter.lastIndex;
  const columns = countBars(text, headerEnd + 1, delimiterEnd) - 1;
  const rows = [scanRow(text, start, headerEnd, firstLine, columns)];
  let end = delimiterEnd;
  let lastEnd = { line: firstLine + 1, column: delimiterEnd - headerEnd };
  for (let at = end + 1, line = firstLine + 2; at < text.length && text.charCodeAt(at) === BAR; at = end + 1, line++) {
    end = lineEnd(text, at);
    rows.push(scanRow(text, at, end, line, columns));
    lastEnd = { line, column: end - at + 1 };
  }
  if (end + 1 < text.length && text.charCodeAt(end + 1) !== NEWLINE) throw unsure; // a line without bars would still be a row
  return { table: { type: 'table', align: [], children: rows, position: { start: { line: firstLine, column: 1 }, end: lastEnd } }, end };
}

function scanRow(text: string, start: number, end: number, line: number, columns: number): TableRow {
  if (text.charCodeAt(end - 1) !== BAR || end - start < 2) throw unsure;
  const cells: TableRow['children'] = [];
  for (let at = start + 1; at < end;) {
    const bar = text.indexOf('|', at);
    let [from, to] = [at, bar];
    while (from < to && text.charCodeAt(from) === SPACE) from++;
    while (to > from && text.charCodeAt(to - 1) === SPACE) to--;
    const nodes: Inline[] = [];
    scanInline(text, from, to, line, from - start + 1, nodes, true);
    cells.push({ type: 'tableCell', children: phrasing(nodes) });
    at = bar + 1;
  }
  if (cells.length !== columns) throw unsure;
  return { type: 'tableRow', children: cells, position: within(line, 1, end - start + 1) };
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
