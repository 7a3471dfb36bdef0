import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import type { DiffView, SectionChange } from '#views/diff.ts';
import type { UnitChange } from '#views/diff-units.ts';
import type { Part } from '#views/word-diff.ts';
import { diffWords, sourceWords, statusWords, summary } from './diff-words.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlPage, type Medium } from './html-page.ts';
import { frameOf, type Imprint } from './paper-html.ts';
import { paperStyle } from './paper-style.ts';

const style = `
:root { --ins: #116329; --ins-back: #dafbe1; --del: #a40e26; --del-back: #ffebe9; }
@media (prefers-color-scheme: dark) { :root { --ins: #7ee787; --ins-back: #12361f; --del: #ffa198; --del-back: #4a1b1d; } }
h2 { border-top: 1px solid var(--grid); padding-top: .8rem; } h2 small { font-weight: normal; color: var(--muted); }
ins { color: var(--ins); background: var(--ins-back); text-decoration: underline; text-underline-offset: .2em; } del { color: var(--del); background: var(--del-back); text-decoration: line-through; }
ul { list-style: none; padding: 0; } li { padding-left: 1.6rem; text-indent: -1.6rem; }
.sign { display: inline-block; width: 1.6rem; text-indent: 0; color: var(--muted); } td .sign { width: auto; } .unchanged { color: var(--muted); }
.legend { border: 1px solid var(--grid); padding: .4rem .8rem; }
@media print { :root { --ins: #0b4a1e; --ins-back: transparent; --del: #7a0a1c; --del-back: transparent; } ins { text-decoration-thickness: .9pt; } li { break-inside: avoid; } }
`;

/** What changed, as one page for the screen and for paper. What came is underlined, what went struck through: colours are not needed to read it. */
export function diffHtml(view: DiffView, locale: Locale, imprint: Imprint, medium: Medium): string {
  const title = `${view.id} ${view.title}`;
  const frame = frameOf({ title: diffWords.title, number: view.id, blocks: [] }, locale, imprint);
  const body = `<main>
<h1><small>${escape(diffWords.title[locale])}</small>${escape(title)}</h1>
<p><del>${escape(sourceWords(view.before, locale))}</del> → <ins>${escape(sourceWords(view.after, locale))}</ins></p>
<p class="legend">${escape(diffWords.legend[locale])}${locale === 'zh-CN' ? '：' : ': '}<ins>${escape(diffWords.came[locale])}</ins> <del>${escape(diffWords.went[locale])}</del></p>
<p>${escape(summary(view, locale))}</p>
${fieldsTable(view, locale)}${view.sections.map((section) => sectionHtml(section, locale)).join('\n')}
</main>`;
  return htmlPage({ title, style: frame + paperStyle(medium) + style, body, locale, medium });
}

function fieldsTable({ fields }: DiffView, locale: Locale): string {
  if (fields.length === 0) return '';
  const head = [diffWords.field, diffWords.before, diffWords.after].map((text) => `<th scope="col">${escape(text[locale])}</th>`).join('');
  const rows = fields.map(({ field, parts }) => `<tr><th scope="row">${escape(field)}</th><td>${marked(without(parts, 'added'))}</td><td>${marked(without(parts, 'removed'))}</td></tr>`);
  return `<h2>${escape(diffWords.fields[locale])}</h2>\n<div class="scroll" tabindex="0"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>\n`;
}

function without(parts: readonly Part[], left: Part['kind']): Part[] {
  return parts.filter(({ kind }) => kind !== left);
}

/** A changed section is shown whole, an unchanged one by its heading. */
function sectionHtml({ heading, above, status, moved, units }: SectionChange, locale: Locale): string {
  const notes = [statusWords[status][locale], ...(moved ? [diffWords.moved[locale]] : [])].join(locale === 'zh-CN' ? '、' : ', ');
  const title = heading.length === 0 ? escape(diffWords.top[locale]) : marked(heading);
  const head = `<h2 class="${status}"><small>${above.map((one) => `${escape(one)} › `).join('')}</small>${title} <small>${escape(notes)}</small></h2>`;
  if (status === 'unchanged') return head;
  const blocks: UnitChange[][] = [];
  for (const unit of units) {
    const last = blocks.at(-1);
    if (last && (last[0]?.kind === 'row') === (unit.kind === 'row')) last.push(unit);
    else blocks.push([unit]);
  }
  return `${head}\n${blocks.map((block) => (block[0]?.kind === 'row' ? rowsHtml(block) : `<ul>\n${block.map((unit) => `<li class="${unit.status}">${sign(unit)}${unit.cells.map(marked).join('')}</li>`).join('\n')}\n</ul>`)).join('\n')}`;
}

function rowsHtml(rows: readonly UnitChange[]): string {
  return `<div class="scroll" tabindex="0"><table>\n${rows.map((row) => `<tr class="${row.status}"><td>${sign(row)}</td>${row.cells.map((parts) => `<td>${marked(parts)}</td>`).join('')}</tr>`).join('\n')}\n</table></div>`;
}

function sign({ status }: UnitChange): string {
  return `<span class="sign">${{ unchanged: '', added: '+', removed: '−', changed: '±' }[status]}</span>`;
}

function marked(parts: readonly Part[]): string {
  return parts.map(({ kind, text }) => (kind === 'added' ? `<ins>${escape(text)}</ins>` : kind === 'removed' ? `<del>${escape(text)}</del>` : escape(text))).join('');
}

/** Hidden characters are shown: a change must not be able to hide itself. */
function escape(text: string): string {
  return escapeHtml(safeText(text));
}
