import type { Locale } from '#model/text.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { TableView } from '#views/table.ts';
import { shown } from './shown.ts';

/**
 * CSV (RFC 4180) with a byte-order mark, without which Excel takes Chinese for GBK. A cell that a spreadsheet would take for a
 * formula gets a leading apostrophe (OWASP, CSV injection), control characters are made visible.
 */
export function tableCsv({ columns, rows }: TableView, locale: Locale): string {
  const lines = [columns.map((column) => shown(column.title, locale)), ...rows.map((row) => row.map(({ items }) => items.map((item) => shown(item, locale)).join('\n')))];
  return `\ufeff${lines.map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

function quote(words: string): string {
  const text = safeText(words, true);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
