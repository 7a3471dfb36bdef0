import type { Locale } from '#model/text.ts';
import { safeJson } from '#i18n/safe-json.ts';
import type { DiffView } from '#views/diff.ts';
import { diffHtml } from './diff-html.ts';
import { diffMarkdown } from './diff-markdown.ts';
import { diffText } from './diff-text.ts';
import type { Imprint } from './paper-html.ts';

export type DiffFormat = 'text' | 'html' | 'md' | 'json';

/** A comparison in one of the formats. `color` only reaches the terminal. */
export function renderDiff(view: DiffView, format: DiffFormat, locale: Locale, color: boolean, imprint: Imprint): string {
  switch (format) {
    case 'text': return diffText(view, locale, color);
    case 'html': return diffHtml(view, locale, imprint, 'screen');
    case 'md': return diffMarkdown(view, locale);
    case 'json': return `${safeJson(view)}\n`;
  }
}
