import { columnsOf, wrapColumns } from '#i18n/columns.ts';
import type { Locale } from '#model/text.ts';
import type { ControlledDocument } from '#views/controlled/document.ts';
import { cssString } from '../paper-style.ts';
import { labels, markLabels, markNotes, typeLabels, type Label } from './labels.ts';
import type { Theme } from './themes.ts';

/** Height of a line of the head table, in mm. */
const LINE = 6.2;
const SHARES = [31, 38, 31] as const; // the outer two alike: Chromium centres the middle one

/** The pages of one part of a book: the counter of their numbers; how many there are stands in `--pages-COUNTER`. */
export interface PartPages { readonly counter: string }

/**
 * The pages of one part: a ruled head table with live page numbers, the stamp and what it means at the foot. The head is laid out in three
 * page-margin boxes of which each holds a column; the rules between its rows are drawn as backgrounds. No other way gives Chromium's pages
 * both a table and the number of the page. `name` is the CSS name of the pages.
 */
export function pageFrame(name: string, view: ControlledDocument, theme: Theme, locale: Locale, part?: PartPages): string {
  const { margins: m } = theme;
  const { columns, lines, heights, height, top } = headTable(view, theme, locale, part);
  const boxes = columns.map((cells, index) => marginBox(['top-left', 'top-center', 'top-right'][index] as string, cells, lines, heights, index));
  const at = (side: string): string => (side === 'left' ? `margin-left: ${m.right}mm; margin-right: ${m.left}mm;` : `margin-left: ${m.left}mm; margin-right: ${m.right}mm;`);
  const mark = stampWords(view, locale);
  return `@page ${name} { size: A4; margin: ${top}mm ${m.right}mm ${m.bottom}mm ${m.left}mm; ${part ? `counter-increment: page ${part.counter};` : ''}
${boxes.map((box) => box.replace('{space}', `margin-top: 12mm; margin-bottom: ${(top - 12 - height).toFixed(2)}mm;`)).join('\n')}
@bottom-left { content: ${cssString(markNotes[view.mark][locale])}; font: 8pt/1.3 "QMS Song"; text-align: left; vertical-align: top; padding-top: 6mm; width: 58%; }
@bottom-right { content: ${cssString(mark)}; box-sizing: border-box; height: 8mm; margin-top: 4mm; margin-bottom: ${m.bottom - 12}mm; border: 1.2pt solid ${inkOf(view)}; border-radius: 2pt; color: ${inkOf(view)}; font: 700 9pt/1.2 "QMS Hei"; text-align: center; vertical-align: middle; width: ${Math.min(80, 12 + columnsOf(mark) * 1.7)}mm; } }
@page ${name}:right { ${at('right')} }
@page ${name}:left { ${at('left')} }
`;
}

/**
 * The pages of `pageFrame` side by side, as columns of the body, after a cover: what begins on a page begins in a column. Columns are broken by the rules that
 * pages are broken by, on a sheet whose size Chromium rounds.
 */
export function pageSpread(view: ControlledDocument, theme: Theme, locale: Locale, part?: PartPages): string {
  const { margins: m } = theme;
  const { top } = headTable(view, theme, locale, part);
  return `body { width: calc(594.96pt - ${m.left + m.right}mm); height: calc(841.92pt - ${top + m.bottom}mm); columns: 1; column-gap: 0; column-fill: auto; } .cover, .watermark { display: none !important; } .front { break-after: column; } .back { break-after: auto; } .part, .clause-index { break-before: column; }`;
}

/** What stands in the head table, how high its rows are, in mm, and where the text below it begins. */
function headTable(view: ControlledDocument, { margins: m }: Theme, locale: Locale, part: PartPages | undefined): { columns: Wrapped[][]; lines: number[]; heights: number[]; height: number; top: number } {
  const width = 210 - m.left - m.right;
  const columns = headColumns(view, locale, part).map((cells, index) => cells.map((cell) => wrapped(cell, (width * (SHARES[index] as number)) / 100)));
  const lines = [0, 1, 2].map((row) => Math.max(1, ...columns.map((cells) => cells[row]?.lines.length ?? 1)));
  const heights = lines.map((count) => count * LINE);
  const height = heights.reduce((sum, one) => sum + one, 0);
  return { columns, lines, heights, height, top: Math.max(m.top, 12 + height + 5) };
}

/** Red for what is stamped in red ink, grey for what only says what it is not. */
export function inkOf({ mark }: ControlledDocument): string {
  return mark === 'uncontrolled' || mark === 'draft' ? '#555' : '#b3261e';
}

/** Copy number and holder are part of a controlled copy's stamp. */
export function stampWords({ mark, copy }: ControlledDocument, locale: Locale): string {
  return [markLabels[mark][locale], ...(copy ? [copy.number, copy.holder] : [])].join('　');
}

interface Cell { readonly label: string; readonly text: string; /** CSS that stands for the text. */ readonly css?: string; readonly columns?: number }

function headColumns(view: ControlledDocument, locale: Locale, part: PartPages | undefined): Cell[][] {
  const label = (name: Label): string => labels[name][locale];
  const count = (counter: string, total: string): string => (locale === 'zh-CN' ? `"第" counter(${counter}) "页　共" ${total} "页"` : `"Page " counter(${counter}) " of " ${total}`);
  const pages = part ? `${count(part.counter, `var(--pages-${part.counter})`)} "${locale === 'zh-CN' ? '　全册 ' : ' (book: '}" counter(page) "/" counter(pages) "${locale === 'zh-CN' ? '' : ')'}"` : count('page', 'counter(pages)');
  return [
    [{ label: '', text: view.organization }, { label: '', text: typeLabels[view.type][locale] }, { label: label('status'), text: [markLabels[view.mark][locale], ...(view.copy ? [`${label('copy')} ${view.copy.number}`] : [])].join('　') }],
    [{ label: label('title'), text: view.title }, { label: label('effective'), text: view.effective || '—' }, view.copy ? { label: label('holder'), text: view.copy.holder } : { label: label('owner'), text: view.owner || '—' }],
    [{ label: label('number'), text: view.id }, { label: label('revision'), text: view.revision || '—' }, { label: '', text: '', css: pages, columns: 24 }],
  ];
}

interface Wrapped { readonly label: string; readonly lines: readonly string[]; readonly css?: string }

/** Breaks the words of a cell where they would run out of it: 9 pt, half an em a column. */
function wrapped({ label, text, css }: Cell, millimetres: number): Wrapped {
  const room = Math.floor((millimetres - 3) / (9 * 0.3528 * 0.52));
  const words = label === '' ? text : `${label}　${text}`;
  return css === undefined ? { label, lines: columnsOf(words) <= room ? [words] : wrapColumns(words, room) } : { label, lines: [''], css };
}

function marginBox(place: string, cells: readonly Wrapped[], lines: readonly number[], heights: readonly number[], index: number): string {
  const rows = cells.map(({ lines: own, css }, row) => {
    const content = css ?? own.map((line) => cssString(line)).join(' "\\A" ');
    return content + ' "\\A"'.repeat((lines[row] as number) - own.length);
  });
  const rules = heights.slice(0, -1).map((_, row) => `linear-gradient(#000, #000) 0 ${heights.slice(0, row + 1).reduce((sum, one) => sum + one, 0).toFixed(2)}mm / 100% .5pt no-repeat`);
  const height = heights.reduce((sum, one) => sum + one, 0);
  return `@${place} { content: ${rows.join(' "\\A" ')}; white-space: pre; box-sizing: border-box; height: ${height.toFixed(2)}mm; width: ${SHARES[index]}%; {space} font: 9pt/${LINE}mm "QMS Song"; text-align: ${index === 0 ? 'center' : 'left'}; vertical-align: top; padding-left: ${index === 0 ? 0 : 1.5}mm; border: .7pt solid #000; ${index === 1 ? 'border-left: 0; border-right: 0;' : ''} background: ${rules.join(', ')}; }`;
}
