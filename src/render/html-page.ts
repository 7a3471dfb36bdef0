import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import { escapeHtml } from './escape-html.ts';

/** Read on a screen (and printed from there by the reader), or printed by us. */
export type Medium = 'screen' | 'print';

/**
 * One page without scripts or outside parts; its policy forbids both. What we print ourselves gets its policy and its fonts from the printer.
 * `title` is text, `style` and `body` are ours and made safe.
 */
export function htmlPage({ title, style, body, locale, medium }: { readonly title: string; readonly style: string; readonly body: string; readonly locale: Locale; readonly medium: Medium }): string {
  const policy = medium === 'print' ? '' : `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${policy}<title>${escapeHtml(safeText(title))}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
