import type { Locale } from '#model/text.ts';
import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Block, Field, Paper, SignatureField, Words } from '#views/paper.ts';
import type { Cell, Column, TableView } from '#views/table.ts';
import { chartSvg } from './chart/svg.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage } from './html-page.ts';
import { frameStyle, liesAcross, paperStyle } from './paper-style.ts';
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

/** A paper as one page to be read, in the light or the dark, and printed on A4 with a head on every sheet. */
export function paperHtml(paper: Paper, locale: Locale, imprint: Imprint): string {
  const title = [paper.number, shown(paper.title, locale)].filter(Boolean).join(' ');
  return htmlPage({ title, style: frameOf(paper, locale, imprint) + paperStyle, body: `<main>\n${paperBody(paper, locale)}\n</main>`, locale });
}

/** The printed page around a paper. */
export function frameOf(paper: Paper, locale: Locale, { organization, today }: Imprint): string {
  const [before = '', between = '', after = ''] = paperWords.page[locale].split(/\{pages?\}/);
  return frameStyle({
    left: safeText(organization), middle: safeText(shown(paper.title, locale)), right: safeText(paper.number), page: [before, between, after],
    foot: paperWords.asOf[locale].replace('{day}', () => safeText(today)), landscape: liesAcross(paper),
  });
}

/** Title and blocks, without the page around them. */
export function paperBody({ title, number, blocks }: Paper, locale: Locale): string {
  return [`<h1>${number === '' ? '' : `<small>${escape(number)}</small>`}${escape(shown(title, locale))}</h1>`, ...blocks.map((block) => blockHtml(block, shown(title, locale), locale))].join('\n');
}

function blockHtml(block: Block, title: string, locale: Locale): string {
  const say = (words: Words): string => escape(shown(words, locale));
  switch (block.kind) {
    case 'heading': return `<h${block.depth}>${say(block.text)}</h${block.depth}>`;
    case 'paragraph': return `<p${className(block.tone)}>${say(block.text)}</p>`;
    case 'list': return `<${block.ordered ? 'ol' : 'ul'}>${block.items.map((item) => `<li>${say(item)}</li>`).join('')}</${block.ordered ? 'ol' : 'ul'}>`;
    case 'fields': return fieldsHtml(block.fields, block.columns, locale);
    case 'table': return tableHtml(block.table, block.table.title === undefined ? title : shown(block.table.title, locale), locale, block.table.title !== undefined);
    case 'chart': return `<figure><figcaption>${say(block.chart.title)}${block.chart.unit === '' ? '' : ` <small>${locale === 'zh-CN' ? '（' : '('}${escape(block.chart.unit)}${locale === 'zh-CN' ? '）' : ')'}</small>`}</figcaption>${chartSvg(block.chart, locale)}</figure>`;
    case 'signatures': return `<dl class="signatures">${block.fields.map((field) => signatureHtml(field, locale)).join('')}</dl>`;
  }
}

/** A ruled grid of label and value; the last value takes what is left of its row. */
function fieldsHtml(fields: readonly Field[], columns: number, locale: Locale): string {
  const rows = Array.from({ length: Math.ceil(fields.length / columns) }, (_, row) => fields.slice(row * columns, (row + 1) * columns));
  const cells = (row: readonly Field[]): string => row.map(({ label, value }, index) => {
    const left = index === row.length - 1 ? (columns - row.length) * 2 + 1 : 1;
    return `<th scope="row">${escape(shown(label, locale))}</th><td${left > 1 ? ` colspan="${left}"` : ''}${className(value.tone)}>${cellHtml(value, locale)}</td>`;
  }).join('');
  return `<table class="fields"><tbody>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</tbody></table>`;
}

function tableHtml({ columns, rows, notes }: Pick<TableView, 'columns' | 'rows' | 'notes'>, label: string, locale: Locale, captioned: boolean): string {
  const texts = rows.map((row) => row.map(({ items }) => Math.max(0, ...items.map((item) => columnsOf(shown(item, locale))))));
  const head = columns.map((column, index) => `<th scope="col"${className(headLook(column, columns.length, Math.max(0, ...texts.map((row) => row[index] ?? 0)), locale))}>${escape(shown(column.title, locale))}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column, index) => {
    const one = row[index] ?? { items: [] };
    return `<td${className(column.align, one.tone, column.whole ? 'whole' : undefined)}>${cellHtml(one, locale)}</td>`;
  }).join('')}</tr>`).join('\n');
  const caption = captioned ? `<caption>${escape(label)}</caption>\n` : '';
  return `<div class="scroll" role="region" aria-label="${escape(label)}" tabindex="0">\n<table${className(columns.length > WIDE_TABLE ? 'wide' : undefined)}>\n${caption}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>${notes.map((note) => `\n<p class="note">${escape(note[locale])}</p>`).join('')}`;
}

/** In a wide table the long name of a narrow column stands upright, so that the columns stay narrow. */
function headLook({ title }: Column, columns: number, widest: number, locale: Locale): 'tall' | 'short' | undefined {
  const own = columnsOf(shown(title, locale));
  if (columns > WIDE_TABLE && own >= widest + TALL) return 'tall';
  return own <= SHORT ? 'short' : undefined;
}

function cellHtml({ items }: Cell, locale: Locale): string {
  const parts = items.map((item) => escape(shown(item, locale)));
  return parts.length > 1 ? parts.map((part) => `<div>${part}</div>`).join('') : parts.join('');
}

function signatureHtml({ label, name, on }: SignatureField, locale: Locale): string {
  return `<div><dt>${escape(shown(label, locale))}</dt><dd>${escape(name)}</dd><dt>${escape(paperWords.date[locale])}</dt><dd>${escape(on)}</dd></div>`;
}

function className(...names: (string | undefined)[]): string {
  const list = names.filter((name) => name && name !== 'left' && name !== 'plain');
  return list.length > 0 ? ` class="${list.join(' ')}"` : '';
}

/** Hidden characters are shown; line breaks stay and the style keeps them. */
function escape(text: string): string {
  return escapeHtml(safeText(text, true));
}
