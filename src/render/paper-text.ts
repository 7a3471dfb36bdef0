import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { Locale } from '#model/text.ts';
import { columnsOf } from '#i18n/columns.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Block, Field, Paper, SignatureField, Words } from '#views/paper.ts';
import { chartTable } from './chart/figures.ts';
import { cellLines, gridText } from './grid-text.ts';
import { shown } from './shown.ts';

/** A paper for the terminal; nothing of it is cut. */
export function paperText({ title, number, blocks }: Paper, locale: Locale, color: boolean): string {
  const colors = pc.createColors(color);
  const head = [number, shown(title, locale)].filter(Boolean).map((words) => safeText(words)).join('  ');
  const body = blocks.map((block, index) => `${blocks[index - 1]?.kind === 'heading' ? '\n' : '\n\n'}${blockLines(block, locale, colors).join('\n')}`);
  return `${colors.bold(head)}${body.join('')}\n`;
}

function blockLines(block: Block, locale: Locale, colors: Colors): string[] {
  const say = (words: Words): string => safeText(shown(words, locale), true);
  const paint = { good: colors.green, bad: colors.red, muted: colors.dim, plain: (text: string) => text };
  switch (block.kind) {
    case 'heading': return [block.depth === 2 ? colors.bold(colors.underline(say(block.text))) : colors.bold(say(block.text))];
    case 'paragraph': return [paint[block.tone ?? 'plain'](say(block.text))];
    case 'list': return block.items.map((item, index) => hung(block.ordered ? `${index + 1}. ` : '- ', say(item).split('\n')));
    case 'code': return block.text.split('\n').map((one) => colors.dim(`  ${safeText(one)}`));
    case 'fields': return fieldLines(block.fields, locale, colors);
    case 'table': return [...(block.table.title === undefined ? [] : [colors.bold(say(block.table.title)), '']), ...gridText(block.table, locale, colors)];
    case 'chart': return [colors.bold(say(block.chart.title)), '', ...gridText(chartTable(block.chart), locale, colors)];
    case 'signatures': return signatureLines(block.fields, locale, colors);
  }
}

function fieldLines(fields: readonly Field[], locale: Locale, colors: Colors): string[] {
  const labels = fields.map(({ label }) => safeText(shown(label, locale)));
  const width = Math.max(0, ...labels.map(columnsOf));
  return fields.map(({ value }, index) => {
    const label = labels[index] ?? '';
    return hung(`${colors.dim(label)}${' '.repeat(width - columnsOf(label) + 2)}`, cellLines(value, locale, Infinity), width + 2).trimEnd();
  });
}

/** Lines behind a mark, the later ones as far in as the first. */
function hung(mark: string, lines: readonly string[], width: number = columnsOf(mark)): string {
  return `${mark}${lines.join(`\n${' '.repeat(width)}`)}`;
}

function signatureLines(fields: readonly SignatureField[], locale: Locale, colors: Colors): string[] {
  const labels = fields.map(({ label }) => safeText(shown(label, locale)));
  const width = Math.max(0, ...labels.map(columnsOf));
  return fields.map(({ name, on }, index) => `${colors.dim(labels[index] ?? '')}${' '.repeat(width - columnsOf(labels[index] ?? '') + 2)}${safeText(name) || '____________'}  ${safeText(on) || '____-__-__'}`);
}
