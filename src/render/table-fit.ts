import { columnsOf } from '#i18n/columns.ts';
import type { Locale } from '#model/text.ts';
import type { Cell, Column, TableView } from '#views/table.ts';
import { PORTRAIT_COLUMNS } from './paper-style.ts';
import { shown } from './shown.ts';

/** A head of so many columns is not broken; a longer one has at least so many to a line. */
const SHORT = 8;
/** A column with more words than this in one cell gets room to tell them. */
const LONG = 40;
/** What is longer is no number and may be broken, whatever its column says. */
export const WHOLE = 24;
/** Behind so many letters without a space a word may be broken. */
export const LONG_RUN: RegExp = /([!-~]{20})(?=[!-~]{4})/;

/** How a table is set so that it fits its page: class of the table and of each of its heads. */
export interface Fit { readonly table: 'plain' | 'close' | 'wide'; readonly crowded: boolean; readonly heads: readonly ('short' | 'half' | 'tall' | 'long' | undefined)[] }

/** Sizes of type and the space a cell takes beside its words, in points, from the comfortable one down to the smallest that is still read. */
const sizes = [{ table: 'plain', size: 9, padding: 9 }, { table: 'close', size: 8, padding: 6 }, { table: 'wide', size: 7, padding: 4 }] as const;

/**
 * A comfortable size where the columns fit side by side, else a smaller one; in the smallest the names of narrow columns stand upright. Where even
 * that is too wide, words may be broken anywhere: no column is ever cut off.
 */
export function fitOf(columns: readonly Column[], rows: TableView['rows'], locale: Locale): Fit {
  const page = columns.length > PORTRAIT_COLUMNS ? 750 : 485;
  const heads = columns.map((column) => columnsOf(shown(column.title, locale)));
  const bodies = columns.map(({ whole }, index) => Math.max(0, ...rows.map((row) => longest(row[index]?.items ?? [], locale, whole === true))));
  const texts = columns.map((_, index) => Math.max(0, ...rows.flatMap((row) => (row[index]?.items ?? []).map((item) => columnsOf(shown(item, locale))))));
  const lying = columns.map((column, index) => Math.max(bodies[index] ?? 0, (heads[index] ?? 0) <= SHORT ? heads[index] ?? 0 : Math.max(SHORT, longest([column.title], locale, false))));
  const upright = columns.map(({ whole }, index) => !whole && (heads[index] ?? 0) > Math.max(2, bodies[index] ?? 0) && (texts[index] ?? 0) <= SHORT);
  const standing = columns.map((_, index) => (upright[index] ? Math.max(2, bodies[index] ?? 0) : lying[index] ?? 0));
  const needs = (widths: readonly number[], { size, padding }: { readonly size: number; readonly padding: number }): number => widths.reduce((sum, width) => sum + width * size * 0.52 + padding, 0);
  const found = sizes.find((one) => needs(one.table === 'wide' ? standing : lying, one) <= page);
  const table = found?.table ?? 'wide';
  return {
    table, crowded: found === undefined,
    heads: columns.map((_, index) => {
      if (table === 'wide' && upright[index]) return 'tall';
      if (table === 'wide' && (texts[index] ?? 0) > LONG) return 'long';
      if ((heads[index] ?? 0) <= SHORT) return 'short';
      return table === 'wide' ? undefined : 'half';
    }),
  };
}

/** Columns of the longest piece that is not broken; Chinese breaks between any two characters. */
function longest(items: Cell['items'], locale: Locale, whole: boolean): number {
  const pieces = items.map((item) => shown(item, locale)).flatMap((words) => (whole && columnsOf(words) <= WHOLE ? [words] : words.split(/[\s/]+|(?<=[^!-~])|(?=[^!-~])/).flatMap((word) => word.split(LONG_RUN))));
  return Math.max(0, ...pieces.map(columnsOf));
}
