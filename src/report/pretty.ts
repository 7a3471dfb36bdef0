import pc from 'picocolors';
import type { Diagnostic } from '#model/diagnostic.ts';
import { columnsOf } from '#i18n/columns.ts';
import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';
import { words } from '#i18n/words.ts';
import { countBySeverity, type ReportInput } from './report.ts';
import { sentence, shownPath } from './sentence.ts';

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
  const source = [words.basis[diagnostic.basis][input.locale], ...diagnostic.clauses].join(' ');
  const related = diagnostic.related.map((spot) => `    ${words.related[input.locale]} ${safeText(shownPath(spot.path, input))}:${spot.position.start.line}`);
  return [head, `  ${safeText(sentence(diagnostic, input))}`, ...frame(diagnostic, input, paint), `    ${colors.dim(`= ${source}`)}`, ...related, ''].join('\n');
}

function frame({ at }: Diagnostic, input: ReportInput, paint: (text: string) => string): string[] {
  const { start, end } = at.position;
  const text = input.lineAt(at.path, start.line);
  if (text.trim() === '') return [];
  const number = String(start.line);
  const before = text.slice(0, start.column - 1);
  const marked = text.slice(start.column - 1, end.line === start.line ? Math.max(end.column - 1, start.column) : undefined);
  const gutter = pc.createColors(input.color).dim;
  return [
    `    ${gutter(`${number} |`)} ${safeText(text.slice(0, 160))}`,
    `    ${gutter(`${' '.repeat(number.length)} |`)} ${' '.repeat(Math.min(columnsOf(before), 160))}${paint('^'.repeat(Math.max(1, Math.min(columnsOf(marked), 60))))}`,
  ];
}

function summary(input: ReportInput): string {
  const colors = pc.createColors(input.color);
  const counts = countBySeverity(input.diagnostics);
  const { checked, locale } = input;
  const lines = [format(words.checked, { ...checked }, locale)];
  if (checked.suppressed > 0) lines.push(format(words.suppressed, { count: checked.suppressed }, locale));
  if (checked.baseline > 0) lines.push(format(words.inBaseline, { count: checked.baseline }, locale));
  const total = counts.error + counts.warning + counts.info;
  const verdict = total === 0 ? words.clean[locale] : format(words.found, counts, locale);
  const paint = counts.error > 0 ? colors.red : counts.warning > 0 ? colors.yellow : colors.green;
  return [...lines, paint(colors.bold(verdict))].join('\n');
}
