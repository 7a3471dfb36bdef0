import type { Locale, Text } from '#model/text.ts';
import type { SiteDocument, SiteShelf } from '#views/site/documents.ts';
import { paperBody } from '../paper-html.ts';
import { cell, type TableView } from '#views/table.ts';
import type { Block } from '#views/paper.ts';
import { hrefOf, type SiteMap } from './links.ts';
import { escape, type SitePage } from './page.ts';
import { siteWords } from './words.ts';

/** The first page: everything there is, by type. */
export function homePage(shelves: readonly SiteShelf[], organization: string, map: SiteMap, locale: Locale): SitePage {
  const body = shelves.map(({ type, title, documents }) => `<section id="${type}">${bodyOf([{ kind: 'heading', text: title, depth: 2 }, { kind: 'table', table: listOf(documents) }], title, map, locale)}</section>`).join('\n');
  return { path: 'index.html', post: 'index.html', title: organization, body: `<h1>${escape(siteWords.system[locale].replace('{organization}', () => organization))}</h1>\n${body}` };
}

/** The same by functional block; what names no block holds for all. */
export function blocksPage(shelves: readonly SiteShelf[], blocks: readonly { readonly id: string; readonly title: Text }[], map: SiteMap, locale: Locale): SitePage {
  const all = shelves.flatMap(({ documents }) => documents).filter(({ document }) => document.value.type !== 'form');
  const parts = blocks.map(({ id, title }) => ({ id, title, documents: all.filter(({ document }) => document.value.blocks?.includes(id)) })).filter(({ documents }) => documents.length > 0);
  const open = all.filter(({ document }) => !document.value.blocks?.length);
  const sections = open.length > 0 ? [{ id: 'all', title: siteWords.allBlocks, documents: open }, ...parts] : parts;
  const body = sections.map(({ id, title, documents }) => `<section id="${escape(id)}">${bodyOf([{ kind: 'heading', text: title, depth: 2 }, { kind: 'table', table: listOf(documents) }], title, map, locale)}</section>`).join('\n');
  return { path: 'blocks.html', post: 'blocks.html', title: siteWords.blocks[locale], body: `<h1>${siteWords.blocks[locale]}</h1>\n${body}` };
}

/** Where words are looked up. */
export function searchPage(locale: Locale): SitePage {
  const data = (['count', 'near', 'none', 'ask', 'more'] as const).map((name) => `data-${name}="${escape(siteWords[name][locale])}"`).join(' ');
  return {
    path: 'search.html', post: 'search.html', title: siteWords.search[locale], script: 'search.js',
    body: `<h1>${siteWords.search[locale]}</h1>\n<noscript><p>${siteWords.noScript[locale]}</p></noscript>\n<p id="count" role="status"></p>\n<ol id="results" ${data}></ol>`,
  };
}

/** What stands in the place of a page of an earlier site that has no successor: a withdrawn text must not stay readable as if it held. */
export function gonePage(path: string, locale: Locale): SitePage {
  return { path, post: 'index.html', title: siteWords.gone[locale], body: `<h1>${siteWords.gone[locale]}</h1>\n<p>${siteWords.goneWhy[locale]}</p>` };
}

function listOf(documents: readonly SiteDocument[]): TableView & { title: Text } {
  const column = (id: string, title: Text, whole = false): TableView['columns'][number] => ({ id, title, whole });
  return {
    title: siteWords.documents,
    columns: [column('number', siteWords.number, true), column('title', siteWords.title), column('revision', siteWords.revision, true), column('from', siteWords.from, true), column('standing', siteWords.standing, true)],
    rows: documents.map(({ document: { value, path }, title, standing }) => [cell(value.id), { ...cell(title), spots: [{ path, line: 0 }] }, cell(value.revision), cell(value.effective), { ...cell(standing.word), tone: standing.tone }]),
    notes: [],
  };
}

/** Blocks of a paper without its title. */
function bodyOf(blocks: readonly Block[], title: Text, map: SiteMap, locale: Locale): string {
  return paperBody({ title, number: '', blocks: blocks.map((block) => (block.kind === 'table' ? { ...block, table: { columns: block.table.columns, rows: block.table.rows, notes: block.table.notes } } : block)) }, locale, (words, spot) => {
    const target = (spot && map.lineAt(spot)) ?? map.numberAt(words);
    return target === undefined ? undefined : hrefOf(target);
  }).replace(/^<h1>[\s\S]*?<\/h1>\n/, '');
}
