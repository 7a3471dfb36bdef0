import type { Locale } from '#model/text.ts';
import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Block, Chart, Field, Paper, SignatureField, Words } from '#views/paper.ts';
import type { Cell, Spot, TableView } from '#views/table.ts';
import { chartSvg } from './chart/svg.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage, type Medium } from './html-page.ts';
import { frameStyle, liesAcross, paperStyle } from './paper-style.ts';
import { paperWords } from './paper-words.ts';
import { shown } from './shown.ts';
import { fitOf, LONG_RUN, WHOLE, type Fit } from './table-fit.ts';

/** Whose paper it is and of which day it tells. */
export interface Imprint { readonly organization: string; readonly today: string }

/** A label of so many columns is not broken. */
const LABEL = 16;

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
  return [`<h1>${number === '' ? '' : `<small>${escape(number)}</small>`}${escape(shown(title, locale))}</h1>`, ...inGroups(blocks).map((group) => {
    const html = group.map((block) => blockHtml(block, shown(title, locale), locale, link)).join('\n');
    return group[0]?.kind === 'chart' ? `<div class="charts">${html}</div>` : html;
  })].join('\n');
}

/** Charts that follow each other stand together: side by side where there is room. */
function inGroups(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.kind === 'chart' && last[0]?.kind === 'chart') last.push(block);
    else groups.push([block]);
  }
  return groups;
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
    return `<th scope="row"${className(columnsOf(shown(label, locale)) <= LABEL ? 'short' : undefined)}>${escape(shown(label, locale))}</th><td${left > 1 ? ` colspan="${left}"` : ''}${className(value.tone)}>${cellHtml(value, locale, link)}</td>`;
  }).join('');
  return `<table class="fields"><tbody>\n${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}\n</tbody></table>`;
}

function tableHtml({ columns, rows, notes }: Pick<TableView, 'columns' | 'rows' | 'notes'>, label: string, locale: Locale, link: Linker, captioned: boolean): string {
  const fit = fitOf(columns, rows, locale);
  const head = columns.map((column, index) => headHtml(shown(column.title, locale), fit.heads[index])).join('');
  const body = rows.map((row) => `<tr>${columns.map((column, index) => {
    const one = row[index] ?? { items: [] };
    return `<td${className(column.align, one.tone, column.whole && one.items.every((item) => columnsOf(shown(item, locale)) <= WHOLE) ? 'whole' : undefined)}>${cellHtml(one, locale, link)}</td>`;
  }).join('')}</tr>`).join('\n');
  const caption = captioned ? `<caption>${escape(label)}</caption>\n` : '';
  return `<div class="scroll" role="group" aria-label="${escape(label)}" tabindex="0">\n<table${className(fit.table, fit.crowded ? 'crowded' : undefined)}>\n${caption}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>${notes.map((note) => `\n<p class="note">${escape(note[locale])}</p>`).join('')}`;
}

/** A head that stands upright: Chinese letter below letter, other scripts turned. Neither asks a font for more than lying text does. */
function headHtml(words: string, look: Fit['heads'][number]): string {
  if (look !== 'tall') return `<th scope="col"${className(look)}>${escape(words)}</th>`;
  return /[^!-~\s]/.test(words) ? `<th scope="col" class="tall"><span>${escape(words)}</span></th>` : `<th scope="col" class="sideways">${escape(words)}</th>`;
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
