import type { Locale } from '#model/text.ts';
import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Block, Chart, Field, Paper, SignatureField, Words } from '#views/paper.ts';
import type { Cell, Column, Spot, TableView } from '#views/table.ts';
import { chartSvg } from './chart/svg.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage, type Medium } from './html-page.ts';
import { frameStyle, liesAcross, paperStyle, PORTRAIT_COLUMNS } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { shown } from './shown.ts';

/** Whose paper it is and of which day it tells. */
export interface Imprint { readonly organization: string; readonly today: string }

/** A head this many columns wider than anything below it stands upright. */
const TALL = 2;
/** More columns than this are set smaller and closer. */
const WIDE_TABLE = 12;
/** A head of so many columns is not broken. */
const SHORT = 8;
/** Behind so many letters without a space a word may be broken. */
const LONG_RUN = /([!-~]{20})(?=[!-~]{4})/;

/** A paper as one page to be read, in the light or the dark, and printed on A4 with a head on every sheet. */
export function paperHtml(paper: Paper, locale: Locale, imprint: Imprint, medium: Medium): string {
  const title = [paper.number, shown(paper.title, locale)].filter(Boolean).join(' ');
  return htmlPage({ title, style: frameOf(paper, locale, imprint) + paperStyle(medium), body: `<main>\n${paperBody(paper, locale)}\n</main>`, locale, medium });
}

/** The printed page around a paper. */
export function frameOf(paper: Paper, locale: Locale, { organization, today }: Imprint): string {
  const [before = '', between = '', after = ''] = paperWords.page[locale].split(/\{pages?\}/);
  return frameStyle({
    left: safeText(organization), middle: safeText(shown(paper.title, locale)), right: safeText(paper.number), page: [before, between, after],
    foot: paperWords.asOf[locale].replace('{day}', () => safeText(today)), landscape: liesAcross(paper),
  });
}

/** Where words of a cell lead, by themselves or by the line they tell of; undefined leaves them plain. */
export type Linker = (words: string, spot: Spot | undefined) => string | undefined;

/** Title and blocks, without the page around them. */
export function paperBody({ title, number, blocks }: Paper, locale: Locale, link: Linker = () => undefined): string {
  return [`<h1>${number === '' ? '' : `<small>${escape(number)}</small>`}${escape(shown(title, locale))}</h1>`, ...blocks.map((block) => blockHtml(block, shown(title, locale), locale, link))].join('\n');
}

function blockHtml(block: Block, title: string, locale: Locale, link: Linker): string {
  const say = (words: Words): string => escape(shown(words, locale));
  switch (block.kind) {
    case 'heading': return `<h${block.depth}>${say(block.text)}</h${block.depth}>`;
    case 'paragraph': return `<p${className(block.tone)}>${say(block.text)}</p>`;
    case 'list': return `<${block.ordered ? 'ol' : 'ul'}>${block.items.map((item) => `<li>${say(item)}</li>`).join('')}</${block.ordered ? 'ol' : 'ul'}>`;
    case 'code': return `<pre tabindex="0">${escape(block.text)}</pre>`;
    case 'fields': return fieldsHtml(block.fields, block.columns, locale, link);
    case 'table': return tableHtml(block.table, block.table.title === undefined ? title : shown(block.table.title, locale), locale, link, block.table.title !== undefined);
    case 'chart': return `<figure><figcaption>${say(block.chart.title)}${unitOf(block.chart, locale)}</figcaption>${chartSvg(block.chart, locale)}</figure>`;
    case 'signatures': return `<dl class="signatures">${block.fields.map((field) => signatureHtml(field, locale)).join('')}</dl>`;
  }
}

function unitOf({ unit }: Chart, locale: Locale): string {
  if (unit === '') return '';
  return locale === 'zh-CN' ? `<small>（${escape(unit)}）</small>` : ` <small>(${escape(unit)})</small>`;
}

/** A ruled grid of label and value; the last value takes what is left of its row. */
export function fieldsHtml(fields: readonly Field[], columns: number, locale: Locale, link: Linker): string {
  const rows = Array.from({ length: Math.ceil(fields.length / columns) }, (_, row) => fields.slice(row * columns, (row + 1) * columns));
  const cells = (row: readonly Field[]): string => row.map(({ label, value }, index) => {
    const left = index === row.length - 1 ? (columns - row.length) * 2 + 1 : 1;
    return `<th scope="row">${escape(shown(label, locale))}</th><td${left > 1 ? ` colspan="${left}"` : ''}${className(value.tone)}>${cellHtml(value, locale, link)}</td>`;
  }).join('');
  return `<table class="fields"><tbody>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</tbody></table>`;
}

function tableHtml({ columns, rows, notes }: Pick<TableView, 'columns' | 'rows' | 'notes'>, label: string, locale: Locale, link: Linker, captioned: boolean): string {
  const texts = rows.map((row) => row.map(({ items }) => Math.max(0, ...items.map((item) => columnsOf(shown(item, locale))))));
  const head = columns.map((column, index) => `<th scope="col"${className(headLook(column, columns.length, Math.max(0, ...texts.map((row) => row[index] ?? 0)), locale))}${column.room ? ` style="min-width: ${column.room / 2}em"` : ''}>${escape(shown(column.title, locale))}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column, index) => {
    const one = row[index] ?? { items: [] };
    return `<td${className(column.align, one.tone, column.whole ? 'whole' : undefined)}>${cellHtml(one, locale, link)}</td>`;
  }).join('')}</tr>`).join('\n');
  const caption = captioned ? `<caption>${escape(label)}</caption>\n` : '';
  return `<div class="scroll" role="group" aria-label="${escape(label)}" tabindex="0">\n<table${className(columns.length > WIDE_TABLE ? 'wide' : undefined, isCrowded(columns, rows, locale) ? 'crowded' : undefined)}>\n${caption}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>${notes.map((note) => `\n<p class="note">${escape(note[locale])}</p>`).join('')}`;
}

/** True where the longest words of all columns would not fit side by side on the page: then words may be broken anywhere. */
function isCrowded(columns: readonly Column[], rows: TableView['rows'], locale: Locale): boolean {
  const longest = (items: Cell['items']): number => Math.max(0, ...items.flatMap((item) => shown(item, locale).split(/[\s/]+|(?<=[^!-~])/).flatMap((word) => word.split(LONG_RUN)).map(columnsOf)));
  const [page, letter, padding] = columns.length > WIDE_TABLE ? [750, 3.7, 5] : [columns.length > PORTRAIT_COLUMNS ? 750 : 485, 4.8, 9];
  return columns.reduce((sum, column, index) => sum + padding + letter * Math.max(columns.length > WIDE_TABLE ? 0 : longest([column.title]), ...rows.map((row) => longest(row[index]?.items ?? []))), 0) > page;
}

/** In a wide table the long name of a narrow column stands upright, so that the columns stay narrow. */
function headLook({ title }: Column, columns: number, widest: number, locale: Locale): 'tall' | 'short' | undefined {
  const own = columnsOf(shown(title, locale));
  if (columns > WIDE_TABLE && own >= widest + TALL) return 'tall';
  return own <= SHORT ? 'short' : undefined;
}

function cellHtml({ items, spots }: Cell, locale: Locale, link: Linker): string {
  const parts = items.map((item, index) => {
    const words = shown(item, locale);
    const to = link(words, spots?.[index]);
    return to === undefined ? breakable(words) : `<a href="${escape(to)}">${breakable(words)}</a>`;
  });
  return parts.length > 1 ? parts.map((part) => `<div>${part}</div>`).join('') : parts.join('');
}

function signatureHtml({ label, name, on }: SignatureField, locale: Locale): string {
  return `<div><dt>${escape(shown(label, locale))}</dt><dd>${escape(name)}</dd><dt>${escape(paperWords.date[locale])}</dt><dd>${escape(on)}</dd></div>`;
}

function className(...names: (string | undefined)[]): string {
  const list = names.filter((name) => name && name !== 'left' && name !== 'plain');
  return list.length > 0 ? ` class="${list.join(' ')}"` : '';
}

/** Dates and numbers stay whole, but nothing is so long that it makes a column too wide for the page. */
function breakable(words: string): string {
  return words.split(LONG_RUN).filter((piece) => piece !== '').map(escape).join('<wbr>');
}

/** Hidden characters are shown; line breaks stay and the style keeps them. */
function escape(text: string): string {
  return escapeHtml(safeText(text, true));
}
