import type { Locale, Text } from '#model/text.ts';
import type { SiteDocument, SiteShelf } from '#views/site/documents.ts';
import type { SitePaper } from '#views/site/papers.ts';
import type { Leaf } from '../document/print.ts';
import { paperBody } from '../paper-html.ts';
import { shown } from '../shown.ts';
import { documentPage } from './document-page.ts';
import { blocksPage, gonePage, homePage, searchPage } from './home.ts';
import { hrefOf, type SiteMap } from './links.ts';
import { sitePage, type SitePage, type SignpostGroup, type Surroundings } from './page.ts';
import { siteScript } from './script.ts';
import { searchScript, sectionsOf } from './search.ts';
import { siteStyle } from './style.ts';
import { siteWords } from './words.ts';

export interface Site {
  readonly organization: string; readonly today: string; readonly locale: Locale;
  readonly shelves: readonly SiteShelf[]; readonly blocks: readonly { readonly id: string; readonly title: Text }[]; readonly papers: readonly SitePaper[];
  /** The text of each document, by the path of its file. */
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly map: SiteMap;
  /** Pages of an earlier site in the same folder. */
  readonly earlier: readonly string[];
}

/** The whole site as files: path → text. It is opened from a disk by a double click, needs no server and no network, and asks for nothing outside its folder. */
export function siteFiles(site: Site): Map<string, string> {
  const { organization, today, locale, map } = site;
  const pages = [homePage(site.shelves, organization, map, locale), blocksPage(site.shelves, site.blocks, map, locale), searchPage(locale), ...documentPages(site), ...site.papers.map((one) => paperPage(one, map, locale))];
  const paths = new Set(pages.map(({ path }) => path));
  const around: Surroundings = { organization, today, locale, groups: groupsOf(site) };
  const gone = site.earlier.filter((path) => !paths.has(path)).map((path) => gonePage(path, locale));
  return new Map([
    ...[...pages, ...gone].map((page): [string, string] => [page.path, sitePage(page, around)]),
    ['site.css', siteStyle(locale, organization)], ['site.js', siteScript],
    ['search.js', searchScript(pages.filter(({ post }) => !['index.html', 'blocks.html', 'search.html'].includes(post)).flatMap(({ path, title, body }) => sectionsOf(hrefOf(path), title, body)))],
  ]);
}

function documentPages({ shelves, leaves, map, locale }: Site): SitePage[] {
  const neighbour = (entry: SiteDocument | undefined): { page: string; title: string } | undefined => {
    const page = entry && map.fileAt(entry.document.path, '');
    return entry && page !== undefined ? { page, title: entry.title } : undefined;
  };
  return shelves.flatMap(({ type, documents }) => documents.flatMap((entry, index) => {
    const leaf = leaves.get(entry.document.path);
    const own = neighbour(entry);
    return leaf && own ? [documentPage({ page: own.page, post: `index.html#${type}`, entry, leaf, previous: neighbour(documents[index - 1]), next: neighbour(documents[index + 1]) }, map, locale)] : [];
  }));
}

function paperPage({ path, paper, number, post }: SitePaper, map: SiteMap, locale: Locale): SitePage {
  const up = '../'.repeat(path.split('/').length - 1);
  const body = paperBody(paper, locale, (words, spot) => {
    const target = (spot && map.lineAt(spot)) ?? map.numberAt(words);
    return target === undefined || target === path ? undefined : up + hrefOf(target);
  });
  return { path, post, title: [number ?? '', shown(paper.title, locale)].filter(Boolean).join(' '), body: map.linkNumbers(body, up, path) };
}

function groupsOf({ shelves, papers, locale }: Site): SignpostGroup[] {
  const posts = (group: SitePaper['group']): { path: string; title: string }[] => papers.filter((one) => one.group === group && one.post === one.path).map(({ path, paper }) => ({ path, title: shown(paper.title, locale) }));
  return [
    { title: siteWords.documents, posts: [{ path: 'index.html', title: siteWords.home[locale] }, { path: 'blocks.html', title: siteWords.blocks[locale] }, ...shelves.map(({ type, title }) => ({ path: `index.html#${type}`, title: title[locale] })), { path: 'search.html', title: siteWords.search[locale] }] },
    { title: siteWords.lists, posts: posts('lists') }, { title: siteWords.improvement, posts: posts('improvement') },
  ].filter((group) => group.posts.length > 0);
}
