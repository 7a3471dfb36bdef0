import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import type { Cell, Tone } from '#views/table.ts';
import { shown } from './shown.ts';
import type { Look } from './workbook-styles.ts';

const MAX_NAME = 31;
/** Height of a line, and of the tallest row there is, in points. */
const LINE = 15;
const MAX_HEIGHT = 409;

export const sheetFonts: Readonly<Record<Locale, string>> = { en: 'Calibri', 'zh-CN': '宋体' };
export const toneLooks: Readonly<Record<Tone, Look>> = { good: { color: '1A7F37' }, bad: { color: 'B42318', bold: true }, muted: { color: '6B7280' }, plain: {} };
export const headLook: Look = { bold: true, fill: 'E3E8EE', border: true, align: 'center', middle: true };

/** Text of a cell: what XML cannot hold and what would deceive the eye becomes visible; lines stay lines. */
export function sheetText(text: string): string {
  return safeText(text.replace(/\r\n?/g, '\n'), true).replace(/[\ufffe\uffff]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`);
}

/** Words of a cell, one item below the other. */
export function cellText({ items }: Cell, locale: Locale): string {
  return items.map((item) => sheetText(shown(item, locale))).join('\n');
}

/** Columns of the longest line. */
export function widest(text: string): number {
  return Math.max(...text.split('\n').map(columnsOf));
}

/** Height in points of a text in so many characters: cells that spread do not grow by themselves. */
export function heightOf(text: string, width: number, line: number = LINE): number {
  const columns = Math.max(1, (width * LINE) / line);
  return Math.min(MAX_HEIGHT, line * text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(columnsOf(one) / columns)), 0));
}

/** Excel takes 31 characters, none of []/\:*?, no apostrophe at either end, and keeps "History" for itself. */
export function sheetName(title: string): string {
  let name = '';
  for (const char of sheetText(title).replace(/[[\]/\\:*?\n\t]/g, '-')) {
    if (name.length + char.length > MAX_NAME) break;
    name += char;
  }
  name = name.trim().replace(/^'+|'+$/g, '');
  return name === '' || /^history$/i.test(name) ? `${name}-1` : name;
}
