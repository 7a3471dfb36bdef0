import type { Locale } from '#model/text.ts';
import { safeJson } from '#i18n/safe-json.ts';
import type { TableView } from '#views/table.ts';
import { shown } from './shown.ts';

/** `{title, columns, rows, notes}`; a row is an object by column id, a cell of several parts is a list. */
export function tableJson({ title, columns, rows, notes }: TableView, locale: Locale): string {
  const value = (items: readonly (string | { readonly [language in Locale]: string })[]): unknown => {
    const words = items.map((item) => shown(item, locale));
    return words.length > 1 ? words : words[0] ?? '';
  };
  return `${safeJson({
    title: title[locale],
    columns: columns.map((column) => ({ id: column.id, title: shown(column.title, locale) })),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ id }, index) => [id, value(row[index]?.items ?? [])]))),
    notes: notes.map((note) => note[locale]),
  })}\n`;
}
