import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import { escapeHtml } from './escape-html.ts';

/** One page without scripts or outside parts; its policy forbids both. `title` is text, `style` and `body` are ours and made safe. */
export function htmlPage({ title, style, body, locale }: { readonly title: string; readonly style: string; readonly body: string; readonly locale: Locale }): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(safeText(title))}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
