import type { Locale } from '#model/text.ts';
import type { Paper } from '#views/paper.ts';
import { paperHtml, type Imprint } from './paper-html.ts';
import { paperMarkdown } from './paper-markdown.ts';
import { paperText } from './paper-text.ts';

export type PaperFormat = 'text' | 'md' | 'html';

/** A paper as text in one of the formats. `color` only reaches the terminal. */
export function renderPaper(paper: Paper, format: PaperFormat, locale: Locale, color: boolean, imprint: Imprint): string {
  switch (format) {
    case 'text': return paperText(paper, locale, color);
    case 'md': return paperMarkdown(paper, locale);
    case 'html': return paperHtml(paper, locale, imprint, 'screen');
  }
}
