import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import type { ControlledDocument } from '#views/controlled/document.ts';
import { escapeHtml } from '../escape-html.ts';
import type { Heading } from './context.ts';
import { disposalLabels, labels, mediumLabels, roleLabels, type Label } from './labels.ts';

/** 更改记录: what changed from revision to revision. */
export function changesHtml({ changes }: ControlledDocument, locale: Locale): string {
  const rows = changes.map(({ request, section, summary, revision, by, approvedBy, on }, index) => [String(index + 1), request || '—', section, summary, revision, by, approvedBy, on]);
  const head: Label[] = ['no', 'request', 'section', 'summary', 'revision', 'by', 'approvedBy', 'on'];
  return `<section class="changes"><h2 class="front-title">${labels.changes[locale]}</h2>${table(head, rows.length > 0 ? rows : [head.map(() => '')], locale, ['no', 'request', 'revision', 'on'])}</section>`;
}

/** The contents with page numbers, which the second pass of the printer fills in. */
export function contentsHtml(headings: readonly Heading[], locale: Locale, deepest: number): string {
  const shown = headings.filter(({ depth }) => depth <= deepest);
  if (shown.length < 4) return '';
  const top = Math.min(...shown.map(({ depth }) => depth));
  const lines = shown.map(({ depth, id, text: words }) => `<li class="toc-${depth - top + 1}"><a href="#${escapeHtml(id)}">${text(words)}</a><span class="dots" aria-hidden="true"></span><a class="toc-page" data-toc="${escapeHtml(id)}" href="#${escapeHtml(id)}">0</a></li>`);
  return `<section class="toc"><h2 class="front-title">${labels.contents[locale]}</h2><ol>${lines.join('')}</ol></section>`;
}

/** Who signed which bytes, from the ledger; and what of the page no signature covers. */
export function approvalsHtml(views: readonly ControlledDocument[], locale: Locale): string {
  const rows = views.flatMap((view) => view.approvals.map(({ role, revision, name, on, digest, level, fingerprint }) =>
    [view.id, revision, roleLabels[role]?.[locale] ?? role, name, on, digest.slice(0, 12), String(level), fingerprint === '' ? '—' : fingerprint]));
  const head: Label[] = ['number', 'revision', 'role', 'person', 'on', 'digest', 'level', 'key'];
  const [first] = views;
  const live = views.some((view) => view.live.length > 0);
  return `<section class="approvals" id="approvals"><h2 class="front-title">${labels.signatures[locale]}</h2>
${rows.length > 0 ? table(head, rows, locale, ['number', 'revision', 'role', 'person', 'on', 'digest', 'level']) : `<p>${labels.noSignatures[locale]}</p>`}
${views.map((view) => `<p class="digest">${text(view.id)} ${text(view.revision)}　${labels.fullDigest[locale]}<br><code>${view.digest}</code></p>`).join('')}
${live ? `<p class="digest">${text(labels.liveNote[locale].replace('{today}', first?.today ?? ''))}</p>` : ''}</section>`;
}

/** What becomes of the records a form makes. */
export function recordsHtml({ form }: ControlledDocument, locale: Locale): string {
  if (!form) return '';
  const rows: [Label, string][] = [['procedure', form.procedure], ['keeper', form.keeper], ['retention', form.retention[locale]], ['disposal', disposalLabels[form.disposal]?.[locale] ?? form.disposal], ['medium', mediumLabels[form.medium]?.[locale] ?? form.medium]];
  const shown = rows.filter(([, value]) => value !== '');
  return shown.length === 0 ? '' : `<table class="records"><caption>${labels.records[locale]}</caption><thead><tr>${shown.map(([name]) => `<th scope="col">${labels[name][locale]}</th>`).join('')}</tr></thead><tbody><tr>${shown.map(([, value]) => `<td class="center">${text(value)}</td>`).join('')}</tr></tbody></table>`;
}

function table(head: readonly Label[], rows: readonly (readonly string[])[], locale: Locale, whole: readonly Label[]): string {
  return `<table><thead><tr>${head.map((name) => `<th scope="col">${labels[name][locale]}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((value, index) => `<td${whole.includes(head[index] as Label) ? ' class="whole center"' : ''}>${text(value)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}

function text(words: string): string {
  return escapeHtml(safeText(words));
}

export const frontStyle: string = `
.front-title { font-family: "QMS Hei"; font-weight: 400; font-size: 15pt; text-align: center !important; margin: 0 0 1em; } [lang|=zh] .front-title { letter-spacing: .3em; } .front p { text-indent: 0; }
.changes { margin-bottom: 12mm; } .changes td, .approvals td, .changes th, .approvals th { font-size: 9pt; } .changes td:nth-child(3) { min-width: 16mm; }
.toc ol { list-style: none; padding: 0; margin: 0; font-size: 11.5pt; line-height: 1.75; } .toc li { display: flex; align-items: baseline; break-inside: avoid; } .toc .dots { flex: 1; border-bottom: 1pt dotted #555; margin: 0 1.5mm; } .toc-page { min-width: 2em; text-align: right; }
.toc-1 { font-family: "QMS Hei"; } .toc-2 { padding-left: 1.5em; } .toc-3 { padding-left: 3em; font-size: .95em; }
.clause-index { break-before: page; } .clause-index td { font-size: 9pt; } .approvals { margin-top: 12mm; } .approvals th { white-space: nowrap; padding: 1mm .8mm; } .approvals td { padding: 1mm .8mm; } .approvals td:nth-child(6), .approvals td:nth-child(8) { font-family: "QMS Mono"; font-size: 7pt; } .digest { font-size: 8.5pt; line-height: 1.5; break-inside: avoid; } .digest code { font-size: 7.5pt; } .records { margin-top: 8mm; } .end { text-align: center; text-indent: 0 !important; color: #444; font-size: 10pt; margin-top: 6mm; }
`;
