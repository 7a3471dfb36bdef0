import type { Element } from 'hast';
import type { Locale } from '#model/text.ts';
import type { TableView } from '#views/table.ts';
import { shown } from '../shown.ts';
import { h } from './element.ts';

/** From this many columns on narrow ones stand upright. */
const DENSE = 10;

/** A table view as part of a document's page. */
export function liveTable({ title, columns, rows, notes }: TableView, locale: Locale): Element {
  const dense = columns.length > DENSE;
  const head = h('tr', {}, ...columns.map((column) => h('th', { scope: 'col', ...classes(column.whole ? 'whole' : undefined, dense && column.align === 'center' ? 'tall' : undefined) }, shown(column.title, locale))));
  const body = rows.map((row) => h('tr', {}, ...row.map(({ items, tone }, index) => {
    const column = columns[index];
    const words = items.map((item) => shown(item, locale));
    return h('td', classes(column?.align === 'center' || column?.align === 'right' ? column.align : undefined, column?.whole ? 'whole' : undefined, tone === 'plain' ? undefined : tone),
      ...(words.length > 1 ? words.map((word) => h('div', {}, word)) : words));
  })));
  return h('div', { className: ['live'] },
    h('table', classes(dense ? 'dense' : undefined), h('caption', {}, title[locale]), h('thead', {}, head), h('tbody', {}, ...body)),
    ...notes.map((note) => h('p', { className: ['note'] }, note[locale])));
}

function classes(...names: (string | undefined)[]): { className?: string[] } {
  const list = names.filter((name) => name !== undefined);
  return list.length > 0 ? { className: list } : {};
}
