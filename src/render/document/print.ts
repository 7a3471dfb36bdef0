import { safeText } from '#i18n/safe-text.ts';
import type { RenderTheme } from '#model/config.ts';
import type { Locale } from '#model/text.ts';
import type { ControlledDocument } from '#views/controlled/document.ts';
import { escapeHtml } from '../escape-html.ts';
import { indexHtml, type IndexedClaim } from './clause-index.ts';
import type { Content, Heading } from './context.ts';
import { coverHtml, coverStyle } from './cover.ts';
import { approvalsHtml, changesHtml, contentsHtml, frontStyle, recordsHtml } from './front.ts';
import { labels, markLabels } from './labels.ts';
import { inkOf, pageFrame, pageSpread } from './page-frame.ts';
import { themes } from './themes.ts';

/** A document, or one part of a book, ready to be laid out. */
export interface Leaf { readonly view: ControlledDocument; readonly content: Content }
export interface Layout { readonly theme: RenderTheme; readonly locale: Locale; /** Requirement claims in the margin, clause index at the end. */ readonly auditor: boolean; readonly claims: readonly IndexedClaim[] }

/** The whole page of a document, or of a book when there are several leaves, for the printer: cover, change record, contents, text, approvals. */
export function printedDocument(leaves: readonly Leaf[], layout: Layout): string {
  const [{ view }] = leaves as readonly [Leaf];
  const { theme: name, locale, auditor } = layout;
  const theme = themes[name];
  const book = leaves.length > 1;
  const form = view.type === 'form';
  const firsts = leaves.map(({ content }, index) => content.headings[0]?.id ?? `part-${index}`);
  const parts = leaves.map((leaf, index) => pageFrame(`part${index}`, leaf.view, theme, locale, book ? { counter: `part${index}` } : undefined));
  const counts = book ? firsts.map((from, index) => `<style data-toc="${escapeHtml(firsts[index + 1] ?? 'approvals')}" data-span="${escapeHtml(from)} part${index}"></style>`).join('') : '';
  const frames = [pageFrame('front', view, theme, locale), ...parts];
  const bodies = leaves.map(({ content, view: own }, index) => `<div class="body${index > 0 ? ' part' : ''}" style="page: ${book ? `part${index}` : 'front'}" id="part-${index}">
${content.html}
${recordsHtml(own, locale)}
</div>`);
  const headings: Heading[] = leaves.flatMap(({ content }) => (book ? content.headings : content.headings.filter(({ depth }) => depth > 1)));
  const closing = [...(auditor ? [{ depth: book ? 1 : 2, id: 'clauses', text: labels.clauses[locale] }] : []), { depth: book ? 1 : 2, id: 'approvals', text: labels.signatures[locale] }];
  const front = form ? '' : `${coverHtml(view, locale)}<div class="front">${changesHtml(view, locale)}${contentsHtml([...headings, ...closing], locale, book ? 2 : 3)}</div>`;
  const back = form ? '' : `<div class="front back${book ? ' part' : ''}">${auditor ? indexHtml(layout.claims, locale) : ''}${approvalsHtml(leaves.map((leaf) => leaf.view), locale)}</div>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<title>${escapeHtml(safeText(`${view.id} ${view.title}`))}</title>
<style>${theme.css}${coverStyle}${frontStyle}${frames.join('')}${sheetStyle}</style>${form ? '' : `<style media="not all" data-spread="1">${pageSpread(view, theme, locale, book ? { counter: 'part0' } : undefined)}</style>`}${counts}
</head>
<body${auditor ? ' class="auditor"' : ''}>
<div class="watermark" aria-hidden="true" style="color: ${inkOf(view)}"><span>${markLabels[view.mark][locale]}${view.copy ? ` ${escapeHtml(safeText(view.copy.number))}<small>${escapeHtml(safeText(view.copy.holder))}</small>` : ''}</span></div>
${front}
${bodies.join('\n')}
${back}
</body>
</html>
`;
}

const sheetStyle = `
@page cover { size: A4; margin: 25mm 26mm 25mm 28mm; }
.front { page: front; break-after: page; } .back { break-after: auto; } .part { break-before: page; }
.watermark { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; pointer-events: none; z-index: -1; opacity: .09; } .watermark span { transform: rotate(-35deg); font: 700 46pt/1.2 "QMS Hei"; text-align: center; white-space: nowrap; } [lang|=zh] .watermark span { font-size: 64pt; letter-spacing: .2em; } .watermark small { display: block; font-size: 26pt; letter-spacing: .1em; }
`;
