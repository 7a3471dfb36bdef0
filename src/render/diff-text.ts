import pc from 'picocolors';
import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import type { DiffView, SectionChange } from '#views/diff.ts';
import type { UnitChange } from '#views/diff-units.ts';
import type { Part } from '#views/word-diff.ts';
import { diffWords, inContext, sourceWords, statusWords, summary } from './diff-words.ts';

const signs = { unchanged: ' ', added: '+', removed: '-', changed: '~' } as const;

/** For the terminal: `+` added, `-` removed, `~` changed with `[-what went-]{+what came+}` inside; colours say the same again. */
export function diffText(view: DiffView, locale: Locale, color: boolean): string {
  const colors = pc.createColors(color);
  const mark = ({ kind, text }: Part): string => {
    const safe = safeText(text);
    return kind === 'added' ? colors.green(`{+${colors.underline(safe)}+}`) : kind === 'removed' ? colors.red(`[-${colors.strikethrough(safe)}-]`) : safe;
  };
  const marked = (parts: readonly Part[]): string => parts.map(mark).join('');
  const unit = ({ status, kind, cells }: UnitChange): string => {
    const words = cells.map((parts) => (status === 'changed' ? marked(parts) : safeText(parts.map(({ text }) => text).join(''))));
    const line = `  ${signs[status]} ${kind === 'row' ? `| ${words.join(' | ')} |` : words.join('')}`;
    return status === 'added' ? colors.green(line) : status === 'removed' ? colors.red(line) : status === 'unchanged' ? colors.dim(line) : line;
  };
  const section = (change: SectionChange): string => [
    sectionTitle(change, marked, locale, colors),
    ...inContext(change.units).map((one) => (typeof one === 'number' ? colors.dim(`    … ${format(diffWords.unchanged, { count: one }, locale)}`) : unit(one))),
  ].join('\n');
  const fields = view.fields.map(({ field, parts, before, after }) => {
    const status = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
    return unit({ status, kind: 'line', cells: [[{ kind: 'same', text: `${field}: ` }, ...parts]] });
  });
  return `${[
    colors.bold(safeText(`${view.id} ${view.title}`)), `${colors.red(`- ${safeText(sourceWords(view.before, locale))}`)}\n${colors.green(`+ ${safeText(sourceWords(view.after, locale))}`)}`,
    ...(fields.length > 0 ? [[colors.bold(diffWords.fields[locale]), ...fields].join('\n')] : []),
    ...view.sections.filter(({ status, moved }) => status !== 'unchanged' || moved).map(section),
    summary(view, locale),
  ].join('\n\n')}\n`;
}

function sectionTitle({ heading, above, status, moved }: SectionChange, marked: (parts: readonly Part[]) => string, locale: Locale, colors: ReturnType<typeof pc.createColors>): string {
  const own = heading.length === 0 ? diffWords.top[locale] : status === 'changed' ? marked(heading) : safeText(heading.map(({ text }) => text).join(''));
  const words = [...(status === 'unchanged' ? [] : [statusWords[status][locale]]), ...(moved ? [diffWords.moved[locale]] : [])].join(locale === 'zh-CN' ? '、' : ', ');
  return `${colors.dim(above.map((title) => `${safeText(title)} › `).join(''))}${colors.bold(own)} [${words}]`;
}
