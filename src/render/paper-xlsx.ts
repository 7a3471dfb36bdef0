import { columnsOf } from '#i18n/columns.ts';
import type { Locale } from '#model/text.ts';
import type { Block, Paper, Words } from '#views/paper.ts';
import type { Column } from '#views/table.ts';
import { chartTable } from './chart/figures.ts';
import { fitWidths } from './fit-widths.ts';
import type { Imprint } from './paper-html.ts';
import { liesAcross } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { gridOf } from './sheet-grid.ts';
import { cellText, headLook, heightOf, sheetFonts, sheetName, sheetText, toneLooks, widest } from './sheet-text.ts';
import { shown } from './shown.ts';
import { workbook, type SheetRow } from './workbook.ts';
import type { Look } from './workbook-styles.ts';

/** Characters across a page of A4. */
const PORTRAIT = 88;
const LANDSCAPE = 132;
const MIN_COLUMN = 8;
/** What is wider holds sentences. */
const SENTENCE = 18;
const MIN_SENTENCE = 14;
/** Chinese letters are a little wider than two figures, by which a sheet counts. */
const FILL = 0.92;
const SIGNED = 2;
/** Air in a row, in points. */
const AIR = 3;

/** Cells in a row and the layout of columns they stand in. */
interface Laid { readonly layout: readonly number[]; readonly cells: readonly { readonly text: string; readonly look: Look }[]; readonly line?: number }

const whole: readonly number[] = [1];

/** A paper as one sheet to be printed, filed and filled in: title across, fields in a grid, tables below each other on common columns. */
export function paperXlsx(paper: Paper, locale: Locale, { organization }: Imprint): Uint8Array {
  const title = sheetText(shown(paper.title, locale));
  const total = liesAcross(paper) ? LANDSCAPE : PORTRAIT;
  const across = (words: Words, look: Look = {}, line?: number): Laid => ({ layout: whole, cells: [{ text: sheetText(shown(words, locale)), look }], ...(line === undefined ? {} : { line }) });
  const laid: Laid[] = [
    ...(organization === '' ? [] : [across(organization, { size: 12, align: 'center', middle: true }, 20)]),
    across(title, { size: 16, bold: true, align: 'center', middle: true }, 28),
    ...(paper.number === '' ? [] : [across(paper.number, { align: 'right' })]),
    ...paper.blocks.flatMap((block) => [...(block.kind === 'heading' ? [across('')] : []), ...blockRows(block, locale, across, total)]),
  ];
  const layouts = [...new Set(laid.map(({ layout }) => layout))];
  const { widths, spans } = gridOf(layouts, total);
  const rows = laid.map(({ layout, cells, line }): SheetRow => {
    const own = spans[layouts.indexOf(layout)] ?? [];
    let at = 0;
    const placed = cells.map((one, index) => {
      const span = own[index] ?? 1;
      const width = widths.slice(at, at + span).reduce((sum, each) => sum + each, 0);
      at += span;
      return { ...one, look: { middle: true, ...one.look }, span, width };
    });
    return { cells: placed.map(({ text, look, span }) => ({ text, look, span })), height: Math.max(...placed.map(({ text, width }) => heightOf(text, (width - 1) * FILL, line))) + AIR };
  });
  return workbook([{ name: sheetName([paper.number, title].filter(Boolean).join(' ')), widths, rows, portrait: !liesAcross(paper) }], sheetFonts[locale]);
}

function blockRows(block: Block, locale: Locale, across: (words: Words, look?: Look, line?: number) => Laid, total: number): Laid[] {
  const say = (words: Words): string => sheetText(shown(words, locale));
  switch (block.kind) {
    case 'heading': return [across(block.text, { bold: true, size: block.depth === 2 ? 13 : 11 }, block.depth === 2 ? 18 : undefined)];
    case 'paragraph': return [across(block.text, toneLooks[block.tone ?? 'plain'])];
    case 'list': return block.items.map((item, index) => across(`${block.ordered ? `${index + 1}. ` : '• '}${say(item)}`));
    case 'code': return [across(block.text)];
    case 'fields': {
      const layout = Array.from({ length: block.columns }, () => [3, 8]).flat();
      return inRows(block.fields, block.columns).map((row) => ({ layout, cells: padded(row, block.columns).flatMap((field) => [
        { text: field ? say(field.label) : '', look: { ...headLook, align: 'left' } as const }, { text: field ? cellText(field.value, locale) : '', look: { ...toneLooks[field?.value.tone ?? 'plain'], border: true } },
      ]) }));
    }
    case 'table': return [...(block.table.title === undefined ? [] : [across(block.table.title, { bold: true })]), ...tableRows(block.table, locale, across, total), across('')];
    case 'chart': return [across(block.chart.title, { bold: true }), ...tableRows(chartTable(block.chart), locale, across, total), across('')];
    case 'signatures': {
      const layout = Array.from({ length: SIGNED }, () => [3, 5, 2, 4]).flat();
      return [across(''), ...inRows(block.fields, SIGNED).map((row): Laid => ({ layout, cells: padded(row, SIGNED).flatMap((field) => [
        { text: field ? say(field.label) : '', look: { border: true } }, { text: sheetText(field?.name ?? ''), look: { border: true } },
        { text: field ? paperWords.date[locale] : '', look: { border: true } }, { text: sheetText(field?.on ?? ''), look: { border: true } },
      ]) }))];
    }
  }
}

function tableRows({ columns, rows, notes }: Parameters<typeof layoutOf>[0], locale: Locale, across: (words: Words, look?: Look) => Laid, total: number): Laid[] {
  const layout = layoutOf({ columns, rows, notes }, locale, total);
  const look = (column: Column | undefined, tone: keyof typeof toneLooks | undefined): Look => ({ ...toneLooks[tone ?? 'plain'], border: true, align: column?.align ?? 'left' });
  return [
    { layout, cells: columns.map((column) => ({ text: sheetText(shown(column.title, locale)), look: headLook })) },
    ...rows.map((row) => ({ layout, cells: columns.map((column, index) => ({ text: cellText(row[index] ?? { items: [] }, locale), look: look(column, row[index]?.tone) })) })),
    ...notes.map((note) => across(note, toneLooks.muted)),
  ];
}

/** Numbers, dates and names keep their width; columns of sentences share the rest by how much they have to say. */
function layoutOf({ columns, rows }: Pick<Extract<Block, { kind: 'table' }>['table'], 'columns' | 'rows' | 'notes'>, locale: Locale, total: number): number[] {
  const texts = columns.map((column, index) => [sheetText(shown(column.title, locale)), ...rows.map((row) => cellText(row[index] ?? { items: [] }, locale))]);
  const natural = texts.map((list) => Math.max(...list.map(widest)) + 2);
  const left = total - natural.reduce((sum, width) => sum + (width > SENTENCE ? 0 : width), 0);
  const weights = texts.map((list, index) => ((natural[index] ?? 0) > SENTENCE ? Math.sqrt(list.reduce((sum, text) => sum + columnsOf(text), 0)) : 0));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const shared = natural.map((width, index) => (weights[index] ? Math.max(MIN_SENTENCE, Math.min(width, (left * (weights[index] ?? 0)) / weight)) : width));
  return fitWidths(shared.map(Math.floor), total, MIN_COLUMN);
}

function inRows<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, row) => list.slice(row * size, (row + 1) * size));
}

function padded<T>(row: readonly T[], size: number): (T | undefined)[] {
  return Array.from({ length: size }, (_, index) => row[index]);
}
