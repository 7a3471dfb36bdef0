import pc from 'picocolors';
import type { Diagnostic } from '#model/diagnostic.ts';
import { columnsOf } from '#i18n/columns.ts';
import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';
import { words } from '#i18n/words.ts';
import { checkedLines } from './checked.ts';
import { countBySeverity, type ReportInput } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

/** Characters of a line that are shown; of a longer one a stretch around the fault. */
const MAX_SHOWN = 160;
const MAX_BEFORE = 120;

/** For people at a terminal: place, sentence, the line itself, where the demand comes from; then what was checked. */
export function pretty(input: ReportInput): string {
  const blocks = input.diagnostics.map((diagnostic) => block(diagnostic, input));
  return `${[...blocks, summary(input)].join('\n')}\n`;
}

function block(diagnostic: Diagnostic, input: ReportInput): string {
  const colors = pc.createColors(input.color);
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[diagnostic.severity];
  const { line, column } = diagnostic.at.position.start;
  const place = `${safeText(shownPath(diagnostic.at.path, input))}:${line}:${column}`;
  const head = `${colors.bold(place)} ${paint(words.severity[diagnostic.severity][input.locale])} ${colors.dim(diagnostic.code)}`;
  const source = [words.basis[diagnostic.basis][input.locale], ...diagnostic.clauses.map((clause) => safeText(clause))].join(' ');
  const related = diagnostic.related.map((spot) => `    ${words.related[input.locale]} ${safeText(shownPath(spot.path, input))}:${spot.position.start.line}`);
  return [head, `  ${safeText(sentence(diagnostic, input))}`, ...frame(diagnostic, input, paint), `    ${colors.dim(`= ${source}`)}`, ...related, ''].join('\n');
}

function frame({ at }: Diagnostic, input: ReportInput, paint: (text: string) => string): string[] {
  const { start, end } = at.position;
  const text = input.lineAt(at.path, start.line);
  if (text.trim() === '') return [];
  const number = String(start.line);
  const from = start.column > MAX_BEFORE ? start.column - 1 - MAX_BEFORE / 2 : 0;
  const shown = (begin: number, end_: number): string => safeText(text.slice(begin, Math.min(end_, from + MAX_SHOWN)).replaceAll('\t', ' '));
  const lead = from > 0 ? '…' : '';
  const marked = shown(start.column - 1, end.line === start.line ? Math.max(end.column - 1, start.column) : Infinity);
  const gutter = pc.createColors(input.color).dim;
  return [
    `    ${gutter(`${number} |`)} ${lead}${shown(from, Infinity)}`,
    `    ${gutter(`${' '.repeat(number.length)} |`)} ${' '.repeat(columnsOf(lead + shown(from, start.column - 1)))}${paint('^'.repeat(Math.max(1, Math.min(columnsOf(marked), 60))))}`,
  ];
}

function summary(input: ReportInput): string {
  const colors = pc.createColors(input.color);
  const counts = countBySeverity(input.diagnostics);
  const { locale } = input;
  const lines = checkedLines(input).map((line) => safeText(line));
  const total = counts.error + counts.warning + counts.info;
  const verdict = total === 0 ? words.clean[locale] : format(words.found, counts, locale);
  const paint = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.green;
  return [...lines, paint(colors.bold(verdict))].join('\n');
}
