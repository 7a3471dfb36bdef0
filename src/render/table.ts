import type { Locale } from '#model/text.ts';
import { paperOfTable } from '#views/paper.ts';
import type { TableView } from '#views/table.ts';
import { paperHtml, type Imprint } from './paper-html.ts';
import { tableCsv } from './table-csv.ts';
import { tableJson } from './table-json.ts';
import { tableMarkdown } from './table-markdown.ts';
import { tableText } from './table-text.ts';

export type TableFormat = 'table' | 'md' | 'csv' | 'json' | 'html';

/** A table view as text in one of the formats. `color` only reaches the terminal format. */
export function renderTable(view: TableView, format: TableFormat, locale: Locale, color: boolean, imprint: Imprint): string {
  switch (format) {
    case 'table': return tableText(view, locale, color);
    case 'md': return tableMarkdown(view, locale);
    case 'csv': return tableCsv(view, locale);
    case 'json': return tableJson(view, locale);
    case 'html': return paperHtml(paperOfTable(view), locale, imprint, 'screen');
  }
}
