import type { Locale } from '#model/text.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { TableView } from '#views/table.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { tableLines } from './paper-markdown.ts';

/** A GFM table, fit for a pull-request comment. */
export function tableMarkdown(view: TableView, locale: Locale): string {
  return `# ${escapeMarkdown(safeText(view.title[locale]))}\n\n${tableLines(view, locale)}\n`;
}
