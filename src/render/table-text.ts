import pc from 'picocolors';
import type { Locale } from '#model/text.ts';
import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Cell, TableView, Tone } from '#views/table.ts';
import { shown } from './shown.ts';

/** No column of a terminal table grows wider than this; the whole text is in the other formats. */
const MAX_WIDTH = 44;

/** Aligned columns for a terminal; Chinese characters count two. Of many parts the first is shown, the rest counted. */
export function tableText({ title, columns, rows, notes }: TableView, locale: Locale, color: boolean): string {
  const colors = pc.createColors(color);
  const paint: Record<Tone, (text: string) => string> = { good: colors.green, bad: colors.red, muted: colors.dim, plain: (text) => text };
  const heads = columns.map((column) => safeText(shown(column.title, locale)));
  const cells = rows.map((row) => row.map((one) => brief(one, locale)));
  const widths = heads.map((head, index) => Math.min(MAX_WIDTH, Math.max(columnsOf(head), ...cells.map((row) => columnsOf(row[index] ?? '')))));
  const pad = (text: string, index: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - columnsOf(text)));
    return columns[index]?.align === 'right' ? space + text : text + space;
  };
  return [
    colors.bold(safeText(title[locale])), '', line(heads.map((head, index) => colors.bold(pad(head, index)))), line(widths.map((width) => '─'.repeat(width))),
    ...cells.map((row, at) => line(row.map((text, index) => paint[rows[at]?.[index]?.tone ?? 'plain'](pad(text, index))))),
    '', ...notes.map((note) => safeText(note[locale])), '',
  ].join('\n');
}

function brief({ items }: Cell, locale: Locale): string {
  const first = items[0];
  if (first === undefined) return '';
  const more = items.length > 1 ? ` +${items.length - 1}` : '';
  return cut(safeText(shown(first, locale)), MAX_WIDTH - more.length) + more;
}

function cut(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (columnsOf(kept + char) > width - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

function line(parts: readonly string[]): string {
  return parts.join('  ').trimEnd();
}
