import pc from 'picocolors';
import { format } from '#i18n/format.ts';
import { safeText } from '#i18n/safe-text.ts';
import { wordsIn, type Locale } from '#model/text.ts';
import { safeJson } from '#i18n/safe-json.ts';
import type { Change, ImpactView } from '#views/impact.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { impactWords, revisionWords, touchedLists, whatWords } from './impact-words.ts';

export type ImpactFormat = 'text' | 'md' | 'json';
/** A longer list is folded in a comment. */
const FOLD = 10;

/** What changes touch, for the terminal, for a comment on a pull request, or as data with all of it change by change. */
export function renderImpact(view: ImpactView, as: ImpactFormat, locale: Locale, color: boolean): string {
  if (as === 'json') return `${safeJson(view)}\n`;
  if (view.changes.length === 0) return `${format(impactWords.none, { since: safeText(view.since) }, locale)}\n`;
  return as === 'md' ? markdown(view, locale) : text(view, locale, color);
}

function titleOf({ since, changes }: ImpactView, locale: Locale): string {
  return format(impactWords.title, { since: safeText(since), count: changes.length }, locale);
}

function named({ id, name }: Change, locale: Locale): string {
  return `${id} ${wordsIn(name, locale)}`.trim();
}

function places({ where, from, path }: Change, locale: Locale): string {
  return [...(from === undefined ? [] : [`${from} → ${path}`]), ...where].join(locale === 'zh-CN' ? '、' : ', ');
}

function text(view: ImpactView, locale: Locale, color: boolean): string {
  const colors = pc.createColors(color);
  const paint = { added: colors.green, removed: colors.red, changed: colors.yellow, unreadable: colors.red };
  const lists = touchedLists(view, locale);
  return `${[
    colors.bold(titleOf(view, locale)),
    view.changes.map((change) => `  ${paint[change.what](whatWords[change.what][locale])} ${change.label[locale]} ${safeText([named(change, locale), revisionWords(change), places(change, locale)].filter(Boolean).join('  '))}`).join('\n'),
    ...lists.map(({ heading, lines }) => [colors.bold(heading), ...lines.map((line) => `  ${safeText(line)}`)].join('\n')),
    ...(lists.length === 0 ? [impactWords.untouched[locale]] : []),
  ].join('\n\n')}\n`;
}

function markdown(view: ImpactView, locale: Locale): string {
  const lists = touchedLists(view, locale).map(({ heading, lines }) => {
    const list = lines.map((line) => `- ${safe(line)}`).join('\n');
    return lines.length > FOLD ? `<details><summary>${heading}</summary>\n\n${list}\n\n</details>` : `### ${heading}\n\n${list}`;
  });
  return `${[
    `## ${safe(titleOf(view, locale))}`,
    [row([impactWords.change, impactWords.kind, impactWords.name, impactWords.revision, impactWords.where].map((word) => word[locale])), '|---|---|---|---|---|',
      ...view.changes.map((change) => row([whatWords[change.what][locale], change.label[locale], named(change, locale), revisionWords(change), places(change, locale)]))].join('\n'),
    ...(lists.length === 0 ? [impactWords.untouched[locale]] : lists),
  ].join('\n\n')}\n`;
}

function safe(words: string): string {
  return escapeMarkdown(safeText(words));
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(safe).join(' | ')} |`;
}
