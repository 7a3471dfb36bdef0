import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import type { Cell, TableView, Tone } from '#views/table.ts';
import { shown } from './shown.ts';
import { workbook, type Look, type SheetRow } from './workbook.ts';

/** No column grows wider than this, in characters; longer text wraps. */
const MAX_WIDTH = 60;
const MAX_NAME = 31;
/** Height of a line, and of the tallest row there is, in points. */
const LINE = 15;
const MAX_HEIGHT = 409;
const colors: Readonly<Record<Tone, Look>> = { good: { color: '1A7F37' }, bad: { color: 'B42318', bold: true }, muted: { color: '6B7280' }, plain: {} };
const fonts: Readonly<Record<Locale, string>> = { en: 'Calibri', 'zh-CN': '宋体' };

/** A table as an Excel workbook to be printed and filed: organization and title above, heading row frozen, A4 landscape. */
export function tableXlsx({ title, columns, rows, notes }: TableView, locale: Locale, organization: string): Uint8Array {
  const words = ({ items }: Cell): string => items.map((item) => clean(shown(item, locale))).join('\n');
  const heads = columns.map((column) => clean(shown(column.title, locale)));
  const texts = rows.map((row) => row.map(words));
  const widths = heads.map((head, index) => Math.min(MAX_WIDTH, Math.max(widest(head), ...texts.map((row) => widest(row[index] ?? ''))) + 2));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const across = (text: string, look: Look, line: number): SheetRow => ({ cells: [{ text, look }], height: Math.min(MAX_HEIGHT, line * linesOf(text, total * LINE / line)), merged: true });
  const above = [
    ...(organization === '' ? [] : [across(clean(organization), { size: 12, align: 'center', middle: true }, 20)]),
    across(clean(title[locale]), { size: 16, bold: true, align: 'center', middle: true }, 28),
    { cells: heads.map((text) => ({ text, look: { bold: true, fill: 'E3E8EE', border: true, align: 'center', middle: true } as const })) },
  ];
  return workbook({
    name: sheetName(title[locale]), font: fonts[locale], widths, frozen: above.length,
    rows: [
      ...above,
      ...rows.map((row, at) => ({ cells: row.map(({ tone }, index) => ({ text: texts[at]?.[index] ?? '', look: { ...colors[tone ?? 'plain'], border: true, align: columns[index]?.align ?? 'left' } })) })),
      ...(notes.length > 0 ? [{ cells: [] }] : []),
      ...notes.map((note) => across(clean(note[locale]), {}, LINE)),
    ],
  });
}

/** What XML cannot hold and what would deceive the eye becomes visible; lines of a cell stay lines. */
function clean(text: string): string {
  return safeText(text.replace(/\r\n?/g, '\n'), true).replace(/[\ufffe\uffff]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(columnsOf));
}

/** How many lines a text takes in so many characters: merged cells do not grow by themselves. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / Math.max(1, width))), 0);
}

/** Excel takes 31 characters, none of []/\:*?, no apostrophe at either end, and keeps "History" for itself. */
function sheetName(title: string): string {
  let name = '';
  for (const char of clean(title).replace(/[[\]/\\:*?\n\t]/g, '-')) {
    if (name.length + char.length > MAX_NAME) break;
    name += char;
  }
  name = name.trim().replace(/^'+|'+$/g, '');
  return name === '' || /^history$/i.test(name) ? `${name}-1` : name;
}
