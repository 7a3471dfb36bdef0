import type { Colors } from 'picocolors/types.js';
import type { Locale } from '#model/text.ts';
import { columnsOf, wrapColumns } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Cell, TableView } from '#views/table.ts';
import { fitWidths } from './fit-widths.ts';
import { shown } from './shown.ts';

/** Two tables side by side are not read: a wider one folds its widest columns. */
const MAX_TOTAL = 118;
const MIN_COLUMN = 8;
const GAP = '  ';

/** Words of a cell, one item below the other, safe for a terminal. */
export function cellLines({ items }: Cell, locale: Locale, width: number): string[] {
  return items.flatMap((item) => wrapColumns(safeText(shown(item, locale), true), width));
}

/** A table for the terminal that holds every word: cells fold into lines instead of being cut. */
export function gridText({ columns, rows, notes }: Pick<TableView, 'columns' | 'rows' | 'notes'>, locale: Locale, colors: Colors): string[] {
  const paint = { good: colors.green, bad: colors.red, muted: colors.dim, plain: (text: string) => text };
  const heads = columns.map(({ title }) => safeText(shown(title, locale)));
  const natural = heads.map((head, index) => Math.max(columnsOf(head), ...rows.map((row) => Math.max(0, ...cellLines(row[index] ?? { items: [] }, locale, Infinity).map(columnsOf)))));
  const widths = fitWidths(natural, MAX_TOTAL - GAP.length * (columns.length - 1), MIN_COLUMN);
  const pad = (text: string, index: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - columnsOf(text)));
    return columns[index]?.align === 'right' ? space + text : text + space;
  };
  const lines = (cells: readonly (readonly string[])[], style: (text: string, index: number) => string): string[] =>
    Array.from({ length: Math.max(1, ...cells.map((one) => one.length)) }, (_, at) => cells.map((one, index) => style(pad(one[at] ?? '', index), index)).join(GAP).trimEnd());
  const folded = rows.map((row) => columns.map((_, index) => cellLines(row[index] ?? { items: [] }, locale, widths[index] ?? 0)));
  const tall = folded.some((row) => row.some((one) => one.length > 1));
  return [
    ...lines(heads.map((head, index) => wrapColumns(head, widths[index] ?? 0)), (text) => colors.bold(text)),
    widths.map((width) => '─'.repeat(width)).join(GAP),
    ...folded.flatMap((row, at) => [...(tall && at > 0 ? [''] : []), ...lines(row, (text, index) => paint[rows[at]?.[index]?.tone ?? 'plain'](text))]),
    ...(notes.length > 0 ? ['', ...notes.map((note) => safeText(note[locale]))] : []),
  ];
}
