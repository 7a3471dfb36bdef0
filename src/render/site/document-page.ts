import type { Locale } from '#model/text.ts';
import type { SiteDocument } from '#views/site/documents.ts';
import type { Leaf } from '../document/print.ts';
import { recordsHtml } from '../document/front.ts';
import { fieldsHtml } from '../paper-html.ts';
import { hrefOf, type SiteMap } from './links.ts';
import { escape, type SitePage } from './page.ts';
import { siteWords } from './words.ts';

/** A neighbour in the order of reading. */
export interface Neighbour { readonly page: string; readonly title: string }
export interface DocumentPage { readonly page: string; readonly post: string; readonly entry: SiteDocument; readonly leaf: Leaf; readonly previous: Neighbour | undefined; readonly next: Neighbour | undefined }

/** A document for reading: whether it may be relied on, its data, its outline, its text, its neighbours. */
export function documentPage({ page, post, entry, leaf, previous, next }: DocumentPage, map: SiteMap, locale: Locale): SitePage {
  const up = '../'.repeat(page.split('/').length - 1);
  const { standing, fields, parts } = entry;
  const { content } = leaf;
  const [, id, title = escape(entry.title), rest = content.html] = /^\s*<h1 id="([^"]*)">([\s\S]*?)<\/h1>([\s\S]*)$/.exec(content.html) ?? [];
  const outline = content.headings.filter(({ depth }) => depth === 2 || depth === 3);
  const body = `<h1${id === undefined ? '' : ` id="${id}"`}><small>${escape(entry.document.value.id)}</small>${title}</h1>
<div class="card">
<p><span class="badge ${standing.tone}">${escape(standing.word[locale])}</span> ${escape(siteWords.uncontrolled[locale].replace('{day}', () => leaf.view.today))}</p>
${standing.warning === undefined ? '' : `<p class="warning bad">${escape(standing.warning[locale])}</p>\n`}${fieldsHtml(fields, 2, locale, (words) => linkTo(map.numberAt(words), page, up))}
</div>
${parts.length === 0 ? '' : `<h2>${siteWords.parts[locale]}</h2>\n<ol>${parts.map((part) => `<li>${partLink(part.path, part.value.id, map, up)}</li>`).join('')}</ol>\n`}${outline.length < 3 ? '' : `<details class="outline" open><summary>${siteWords.contents[locale]}</summary><ul>${outline.map(({ depth, id: anchor, text }) => `<li class="d${depth}"><a href="#${encodeURIComponent(anchor)}">${escape(text)}</a></li>`).join('')}</ul></details>\n`}<div class="text body">
${map.linkNumbers(rest + recordsHtml(leaf.view, locale), up, page)}
</div>
<nav class="walk" aria-label="${siteWords.previous[locale]} / ${siteWords.next[locale]}">${walk(previous, siteWords.previous[locale], up)}${walk(next, siteWords.next[locale], up)}</nav>`;
  return { path: page, post, title: `${entry.document.value.id} ${entry.title}`, body };
}

function linkTo(target: string | undefined, own: string, up: string): string | undefined {
  return target === undefined || target === own ? undefined : up + hrefOf(target);
}

function partLink(path: string, id: string, map: SiteMap, up: string): string {
  const target = map.fileAt(path, '');
  return target === undefined ? escape(id) : `<a href="${escape(up + hrefOf(target))}">${escape(id)}</a>`;
}

function walk(to: Neighbour | undefined, word: string, up: string): string {
  return to === undefined ? '<span></span>' : `<a href="${escape(up + hrefOf(to.page))}">${word}${'：'}${escape(to.title)}</a>`;
}
