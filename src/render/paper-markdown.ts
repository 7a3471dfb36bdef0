import type { Locale } from '#model/text.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Block, Paper, Words } from '#views/paper.ts';
import type { Cell, Column, TableView } from '#views/table.ts';
import { chartTable } from './chart/figures.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { paperWords } from './paper-words.ts';
import { shown } from './shown.ts';

/** A paper as GitHub Markdown, fit for an issue, a pull request or an archive of texts. */
export function paperMarkdown({ title, number, blocks }: Paper, locale: Locale): string {
  const head = [number, shown(title, locale)].filter(Boolean).map(escape).join(' ');
  return `${[`# ${head}`, ...blocks.map((block) => blockMarkdown(block, locale))].join('\n\n')}\n`;
}

function blockMarkdown(block: Block, locale: Locale): string {
  const say = (words: Words): string => escape(shown(words, locale));
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.depth)} ${say(block.text)}`;
    case 'paragraph': return block.tone === 'bad' ? `**${say(block.text)}**` : lined(shown(block.text, locale));
    case 'list': return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${lined(shown(item, locale))}`).join('\n');
    case 'code': return fenced(block.text);
    case 'fields': return block.fields.map(({ label, value }) => `- **${say(label)}**${locale === 'zh-CN' ? '：' : ': '}${cellMarkdown(value, locale)}`).join('\n');
    case 'table': return [...(block.table.title === undefined ? [] : [`**${say(block.table.title)}**`, '']), tableLines(block.table, locale)].join('\n');
    case 'chart': return `**${say(block.chart.title)}**\n\n${tableLines(chartTable(block.chart), locale)}`;
    case 'signatures': return block.fields.map(({ label, name, on }) => `- **${say(label)}**${locale === 'zh-CN' ? '：' : ': '}${escape(name) || '\\_\\_\\_\\_\\_\\_'}${locale === 'zh-CN' ? '　' : ', '}${say(paperWords.date)} ${escape(on) || '\\_\\_\\_\\_\\_\\_'}`).join('\n');
  }
}

/** A GFM table with its notes. */
export function tableLines({ columns, rows, notes }: Pick<TableView, 'columns' | 'rows' | 'notes'>, locale: Locale): string {
  const rule = (column: Column): string => (column.align === 'center' ? ':-:' : column.align === 'right' ? '--:' : '---');
  return [
    line(columns.map((column) => escape(shown(column.title, locale)))), line(columns.map(rule)),
    ...rows.map((row) => line(columns.map((_, index) => cellMarkdown(row[index] ?? { items: [] }, locale)))),
    ...(notes.length > 0 ? ['', ...notes.map((note) => escape(note[locale]))] : []),
  ].join('\n');
}

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${safeText(text, true)}\n${fence}`;
}

function cellMarkdown({ items }: Cell, locale: Locale): string {
  return items.flatMap((item) => shown(item, locale).split('\n')).map(escape).join('<br>');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Lines of running text: none of them may begin a list, a rule or a heading of its own. */
function lined(words: string): string {
  return words.split('\n').map((one) => escape(one.trim()).replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')).join('\\\n');
}

function escape(words: string): string {
  return escapeMarkdown(safeText(words, true));
}
