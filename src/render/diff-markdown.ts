import { safeText } from '#i18n/safe-text.ts';
import { format } from '#i18n/format.ts';
import type { Locale } from '#model/text.ts';
import type { DiffView, SectionChange } from '#views/diff.ts';
import type { UnitChange } from '#views/diff-units.ts';
import type { Part } from '#views/word-diff.ts';
import { diffWords, inContext, sourceWords, statusWords, summary } from './diff-words.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** For a comment on a pull request: ins and del are among the few tags that GitHub and GitLab let through. */
export function diffMarkdown(view: DiffView, locale: Locale): string {
  const changed = view.sections.filter(({ status, moved }) => status !== 'unchanged' || moved);
  return `${[
    `## ${words(`${view.id} ${view.title}`)}`,
    `${words(sourceWords(view.before, locale))} → ${words(sourceWords(view.after, locale))}`,
    ...(view.fields.length > 0 ? [[
      `| ${[diffWords.field, diffWords.before, diffWords.after].map((text) => text[locale]).join(' | ')} |`, '|---|---|---|',
      ...view.fields.map(({ field, before, after }) => `| ${[field, before, after].map(words).join(' | ')} |`),
    ].join('\n')] : []),
    ...changed.map((section) => sectionMarkdown(section, locale)),
    summary(view, locale),
  ].join('\n\n')}\n`;
}

function sectionMarkdown({ heading, above, status, moved, units }: SectionChange, locale: Locale): string {
  const title = heading.length === 0 ? diffWords.top[locale] : marked(heading);
  const notes = [...(status === 'unchanged' ? [] : [statusWords[status][locale]]), ...(moved ? [diffWords.moved[locale]] : [])].join(locale === 'zh-CN' ? '、' : ', ');
  return [
    `### ${above.map((one) => `${words(one)} › `).join('')}${title} — ${notes}`, '',
    ...inContext(units).map((unit) => `- ${typeof unit === 'number' ? `… ${format(diffWords.unchanged, { count: unit }, locale)}` : unitMarkdown(unit)}`),
  ].join('\n').trimEnd();
}

function unitMarkdown({ kind, cells }: UnitChange): string {
  return cells.map(marked).join(kind === 'row' ? ' \\| ' : '');
}

function marked(parts: readonly Part[]): string {
  return parts.map(({ kind, text }) => (kind === 'added' ? `<ins>${words(text)}</ins>` : kind === 'removed' ? `<del>${words(text)}</del>` : words(text))).join('');
}

function words(text: string): string {
  return escapeMarkdown(safeText(text));
}
