import { safeText } from '#i18n/safe-text.ts';
import type { Locale, Text } from '#model/text.ts';
import { escapeHtml } from '../escape-html.ts';
import { siteWords } from './words.ts';

/** A place in the list of pages beside the text. */
export interface Signpost { readonly path: string; readonly title: string }
export interface SignpostGroup { readonly title: Text; readonly posts: readonly Signpost[] }
/** What every page of the site has in common. */
export interface Surroundings { readonly organization: string; readonly today: string; readonly locale: Locale; readonly groups: readonly SignpostGroup[] }
/** One page: `path` below the site's folder, `post` the place in the list it belongs to, `body` made safe, `script` a further file of ours. */
export interface SitePage { readonly path: string; readonly post: string; readonly title: string; readonly body: string; readonly script?: string }

/** Scripts and styles from the site's own folder, pictures from within the page, nothing else. `file:` stands beside 'self' because not every browser counts a folder of the disk as one site. */
const POLICY = "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'";

/** How a page of ours is known again. */
export const GENERATOR = '<meta name="generator" content="qms site">';

export function sitePage({ path, post, title, body, script }: SitePage, { organization, today, locale, groups }: Surroundings): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const say = (word: keyof typeof siteWords): string => escape(siteWords[word][locale]);
  const entry = (one: Signpost): string => `<li><a href="${escape(up + encodeURI(one.path).replace('%23', '#'))}"${one.path === post ? ' aria-current="page"' : ''}>${escape(one.title)}</a></li>`;
  const whole = title === organization ? organization : `${title} · ${organization}`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
${GENERATOR}
<title>${escape(whole)}</title>
<link rel="stylesheet" href="${up}site.css">
<script src="${up}site.js"></script>${script === undefined ? '' : `\n<script src="${up}${script}"></script>`}
</head>
<body>
<a class="skip" href="#text">${say('skip')}</a>
<header class="top">
<a href="${up}index.html">${escape(siteWords.system[locale].replace('{organization}', () => organization))}</a>
<form id="search" role="search" data-page="${up}search.html" hidden><input type="search" aria-label="${say('searchHint')}" placeholder="${say('searchHint')}"><button>${say('search')}</button></form>
<button id="theme" type="button" aria-pressed="false" hidden>${say('theme')}</button>
</header>
<div class="frame">
<nav class="pages" aria-label="${say('navigation')}">
${groups.map((group) => `<div><h2>${escape(group.title[locale])}</h2><ul>${group.posts.map(entry).join('')}</ul></div>`).join('\n')}
</nav>
<main id="text" tabindex="-1">
${body}
</main>
</div>
<footer>${escape(siteWords.uncontrolled[locale].replace('{day}', () => today))}</footer>
</body>
</html>
`;
}

/** Text as text: hidden characters are shown. */
export function escape(text: string): string {
  return escapeHtml(safeText(text, true));
}
