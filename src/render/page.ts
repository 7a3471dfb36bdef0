import pc from 'picocolors';
import type { Locale } from '#model/text.ts';
import { safeText } from '#i18n/safe-text.ts';
import type { Page } from '#views/page.ts';
import { shown } from './shown.ts';

/** A page for the terminal or as JSON. */
export function renderPage({ title, parts }: Page, format: 'text' | 'json', locale: Locale, color: boolean): string {
  if (format === 'json') {
    return `${JSON.stringify({ title: shown(title, locale), parts: parts.map(({ heading, lines }) => ({ ...(heading ? { heading: heading[locale] } : {}), lines: lines.map((line) => shown(line, locale)) })) }, null, 2)}\n`;
  }
  const colors = pc.createColors(color);
  const blocks = parts.map(({ heading, lines, code }) => [
    ...(heading ? [colors.bold(heading[locale])] : []),
    ...lines.map((line) => `${heading ? '  ' : ''}${code ? colors.dim(safeText(shown(line, locale))) : safeText(shown(line, locale))}`),
  ].join('\n'));
  return `${[colors.bold(safeText(shown(title, locale))), ...blocks].join('\n\n')}\n`;
}
