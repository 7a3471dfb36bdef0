import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import { escapeHtml } from '../escape-html.ts';
import { htmlPage } from '../html-page.ts';
import { paperStyle } from '../paper-style.ts';
import { labels, markLabels, markNotes, typeLabels, type Label } from './labels.ts';
import type { Leaf } from './print.ts';

/** How a body looks on a screen, beside what all pages share. */
export const bodyStyle: string = `
.bar { border: 1px solid var(--line); border-left: .4rem solid var(--mark, #59636e); padding: .5rem .9rem; margin: 0 0 1.2rem; } .bar strong { margin-right: .8em; } .bar.controlled, .bar.obsolete, .bar.retained { --mark: #b3261e; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .1rem 1.5rem; margin: 0 0 1.5rem; } .facts div { display: flex; gap: .7em; border-bottom: 1px solid var(--line); padding: .15rem 0; } .facts dt { color: var(--muted); min-width: 5em; } .facts dd { margin: 0; }
.body figure { text-align: center; } .body figure svg, .body figure img { max-width: 100%; width: auto; margin: 0 auto; } .flowchart .node { fill: var(--back); stroke: var(--text); } .flowchart .edge { stroke: var(--text); } .flowchart .arrow { fill: var(--text); } .flowchart .behind { fill: var(--back); } .flowchart .group { fill: var(--head); stroke: var(--muted); stroke-dasharray: 3 2; }
.body table { margin: .8rem 0; } .live, .body > table { overflow-x: auto; } .typed, pre { background: var(--head); } pre { padding: .8rem; overflow-x: auto; } .box { display: inline-block; width: 1em; height: 1em; border: 1px solid var(--text); line-height: 1; text-align: center; margin-right: .4em; } .contains-task-list { list-style: none; padding-left: .5rem; }
`;

/** A document, or a book, as one page for the screen. On a screen nothing is controlled but what the server shows: a print of it is not. */
export function screenDocument(leaves: readonly Leaf[], locale: Locale): string {
  const [first] = leaves as readonly [Leaf];
  return htmlPage({ title: `${first.view.id} ${first.view.title}`, style: `${paperStyle('screen')}${bodyStyle}`, locale, medium: 'screen', body: leaves.map((leaf, index) => `<article id="part-${index}">${screenHead(leaf, locale)}
<div class="body">
${leaf.content.html}
</div></article>`).join('\n') });
}

/** What a reader must know before the first line: number, revision, status, signatures. */
export function screenHead({ view }: Leaf, locale: Locale): string {
  const text = (words: string): string => escapeHtml(safeText(words));
  const facts: [Label, string][] = [['number', view.id], ['revision', view.revision], ['owner', view.owner], ['effective', view.effective], ['trial', view.trialUntil], ...view.signings.map(({ role, name, on }): [Label, string] => [role, [name, on].filter((word) => word !== '').join(' ')])];
  return `<p class="bar ${view.mark}"><strong>${typeLabels[view.type][locale]}　${markLabels[view.mark][locale]}</strong>${markNotes[view.mark][locale]}</p>
<dl class="facts">${facts.filter(([, value]) => value !== '').map(([name, value]) => `<div><dt>${labels[name][locale]}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>`;
}
