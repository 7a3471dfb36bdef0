import type { Locale } from '#model/text.ts';
import type { TableView } from '#views/table.ts';
import { shown } from './shown.ts';

/** A GFM table, fit for a pull-request comment. */
export function tableMarkdown({ title, columns, rows, notes }: TableView, locale: Locale): string {
  const rule = columns.map(({ align }) => (align === 'center' ? ':-:' : align === 'right' ? '--:' : '---'));
  return [
    `# ${title[locale]}`, '', line(columns.map((column) => escape(shown(column.title, locale)))), line(rule),
    ...rows.map((row) => line(row.map(({ items }) => items.map((item) => escape(shown(item, locale))).join('<br>')))),
    '', ...notes.map((note) => note[locale]), '',
  ].join('\n');
}

/** Nothing of a cell may end the cell, the row or become markup. */
function escape(text: string): string {
  return text.replace(/[\\`*_[\]<>|&]/g, (char) => (char === '<' ? '&lt;' : char === '>' ? '&gt;' : char === '&' ? '&amp;' : `\\${char}`)).replace(/\s*\n\s*/g, ' ');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
