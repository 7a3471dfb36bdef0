import { safeText } from '#i18n/safe-text.ts';
import type { Locale } from '#model/text.ts';
import { escapeHtml } from '../escape-html.ts';
import { labels } from './labels.ts';

/** A requirement of the standard and where the text claims to meet it. */
export interface IndexedClaim { readonly item: string; readonly requirement: string; readonly heading: string; readonly id: string }

/** The clause index of the auditor edition: which requirement is met in which section, on which page. */
export function indexHtml(claims: readonly IndexedClaim[], locale: Locale): string {
  const text = (words: string): string => escapeHtml(safeText(words));
  const rows = claims.map(({ item, requirement, heading, id }) => `<tr><td class="whole">${text(item)}</td><td>${text(requirement)}</td><td>${text(heading)}</td><td class="whole center"><a data-toc="${escapeHtml(id)}" href="#${escapeHtml(id)}">0</a></td></tr>`);
  return `<section class="clause-index" id="clauses"><h2 class="front-title">${labels.clauses[locale]}</h2><table><thead><tr><th scope="col">${labels.number[locale]}</th><th scope="col">${labels.requirement[locale]}</th><th scope="col">${labels.where[locale]}</th><th scope="col">${labels.pageWord[locale]}</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}
