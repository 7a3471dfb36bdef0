import type { Locale } from '#model/text.ts';
import type { TableView } from '#views/table.ts';
import { escapeHtml as escape } from './escape-html.ts';
import { shown } from './shown.ts';

const style = `
:root { color-scheme: light dark; --line: #c8ccd0; --head: #f1f3f5; --good: #1a7f37; --bad: #b42318; --muted: #6b7280; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --head: #21262d; --good: #4ac26b; --bad: #ff7b72; --muted: #8b949e; } }
body { font: 14px/1.5 "Noto Sans SC", "Microsoft YaHei", "PingFang SC", SimSun, system-ui, sans-serif; margin: 2rem; }
h1 { font-size: 1.4rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top; text-align: left; }
th { background: var(--head); position: sticky; top: 0; }
.whole { white-space: nowrap; } th { word-break: keep-all; } .center { text-align: center; } .right { text-align: right; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; } .muted { color: var(--muted); }
td div + div { margin-top: .15rem; }
@media print { body { margin: 0; font-size: 9pt; } th { position: static; } tr { break-inside: avoid; } thead { display: table-header-group; } }
`;

/** One page without scripts or outside parts; readable on screen, in the dark and on paper. */
export function tableHtml({ title, columns, rows, notes }: TableView, locale: Locale): string {
  const head = columns.map((column) => `<th scope="col"${className(column.align)}>${escape(shown(column.title, locale))}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(({ items, tone }, index) => {
    const parts = items.map((item) => escape(shown(item, locale)));
    return `<td${className(columns[index]?.align, tone, columns[index]?.whole ? 'whole' : undefined)}>${parts.length > 1 ? parts.map((part) => `<div>${part}</div>`).join('') : parts.join('')}</td>`;
  }).join('')}</tr>`).join('\n');
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title[locale])}</title>
<style>${style}</style>
</head>
<body>
<h1>${escape(title[locale])}</h1>
<div class="scroll" role="region" aria-label="${escape(title[locale])}" tabindex="0">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>
${notes.map((note) => `<p>${escape(note[locale])}</p>`).join('\n')}
</body>
</html>
`;
}

function className(...names: (string | undefined)[]): string {
  const list = names.filter((name) => name && name !== 'left' && name !== 'plain');
  return list.length > 0 ? ` class="${list.join(' ')}"` : '';
}
