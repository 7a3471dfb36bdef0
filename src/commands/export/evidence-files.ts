import type { Env } from '#model/command.ts';
import { locales, wordsIn, type Locale } from '#model/text.ts';
import type { PackFile } from '#pack/file.ts';
import { packPage, type PackFrame } from '#render/evidence/page.ts';
import { packLinker, type PackPlaces } from '#render/evidence/places.ts';
import { startBody } from '#render/evidence/start-page.ts';
import { paperBody } from '#render/paper-html.ts';
import { shown } from '#render/shown.ts';
import { paperXlsx } from '#render/paper-xlsx.ts';
import { tableCsv } from '#render/table-csv.ts';
import { tableJson } from '#render/table-json.ts';
import { tableXlsx } from '#render/table-xlsx.ts';
import { blockPaper } from '#views/evidence/block-paper.ts';
import { clausePaper } from '#views/evidence/clause-paper.ts';
import { clauseWords, packSections, type PackLabel } from '#views/evidence/contents.ts';
import { tableOf, type PackFormat, type PackPaper } from '#views/evidence/pack-papers.ts';
import { fileNameOf } from '#views/site/papers.ts';
import type { Evidence } from './evidence.ts';
import type { PrintedDocument } from './pdf-files.ts';
import type { ExportScope } from './scope.ts';
import { sourceEntries } from './sources.ts';

/** What a reader finds in a pack besides prints and sources. `beside`: what lies outside data/. */
export interface EvidenceFiles { readonly payload: readonly PackFile[]; readonly beside: readonly PackFile[] }

/** The start page in each language, that of the workspace first. */
export const startPage = (locale: Locale, own: Locale): string => (locale === own ? 'index.html' : `index.${locale === 'zh-CN' ? 'zh' : locale}.html`);
const pageOf = (locale: Locale, name: string): string => `data/pages/${locale}/${fileNameOf(name)}.html`;

/** Pages and papers, each made when it is packed. */
export function evidenceFiles(state: ExportScope, evidence: Evidence, prints: readonly PrintedDocument[], env: Env): EvidenceFiles {
  const { project, commit, day } = state;
  const own = project.config.language;
  const places = placesOf(evidence, prints, sourceEntries(state, evidence.scope).map(({ path }) => path));
  const label: PackLabel = { day, commit: commit?.commit ?? '', tool: `qms ${env.host.assets().version}`, profile: state.redaction?.profile ?? '' };
  const frame = (locale: Locale): PackFrame => ({ organization: wordsIn(project.config.organization, locale), day, home: startPage(locale, own) });
  const twin = (locale: Locale, name: string): string => pageOf(locale === 'en' ? 'zh-CN' : 'en', name);
  const { clauses, blocks } = evidence;
  return {
    beside: locales.map((locale) => ({ path: startPage(locale, own), bytes: () => {
      const path = startPage(locale, own);
      const body = startBody(packSections(project, { ...evidence, label }), packLinker(path, places, locale), locale);
      return text(packPage({ path, twin: startPage(locale === 'en' ? 'zh-CN' : 'en', own), title: '', body }, frame(locale), locale));
    } })),
    payload: [
      ...locales.flatMap((locale) => [
        ...clauses.map((one, index): PackFile => ({ path: pageOf(locale, one.clause.number), bytes: () => {
          const path = pageOf(locale, one.clause.number);
          const neighbour = (at: number): { path: string; title: string } | undefined => (clauses[at] ? { path: pageOf(locale, clauses[at].clause.number), title: clauseWords(clauses[at])[locale] } : undefined);
          return text(packPage({ path, twin: twin(locale, one.clause.number), title: clauseWords(one)[locale], body: paperBody(clausePaper(one, project, evidence.check), locale, packLinker(path, places, locale)), walk: [neighbour(index - 1), neighbour(index + 1)] }, frame(locale), locale));
        } })),
        ...blocks.map((one): PackFile => ({ path: pageOf(locale, one.block.id), bytes: () => {
          const path = pageOf(locale, one.block.id);
          return text(packPage({ path, twin: twin(locale, one.block.id), title: one.block.title[locale], body: paperBody(blockPaper(one, project), locale, packLinker(path, places, locale)) }, frame(locale), locale));
        } })),
      ]),
      ...evidence.papers.flatMap((paper) => paper.formats.filter((format) => format !== 'pdf').map((format): PackFile => ({ path: `${paper.path}.${format}`, bytes: () => bytesOf(paper, format, places, frame(own), own) }))),
    ],
  };
}

function placesOf({ clauses, blocks, papers }: Evidence, prints: readonly PrintedDocument[], sources: readonly string[]): PackPlaces {
  const known = (locale: Locale): Map<string, string> => {
    const map = new Map<string, string>([['VERIFY.txt', 'VERIFY.txt']]);
    const add = (words: string, path: string): void => { if (words !== '' && !map.has(words)) map.set(words, path); };
    for (const one of clauses) for (const words of [one.clause.number, clauseWords(one)[locale]]) add(words, pageOf(locale, one.clause.number));
    for (const { block } of blocks) for (const words of [block.title[locale], block.id]) add(words, pageOf(locale, block.id));
    for (const { document, path } of prints) add(document.value.id, path);
    for (const { number, path } of papers) add(number ?? '', `${path}.html`);
    return map;
  };
  return {
    prints: new Map(prints.map((print) => [print.document.path, print])),
    files: new Map([...sources.map((path) => [path, `data/source/${path}`] as const), ...papers.flatMap(({ path, formats, also = [] }) => [...formats, ...also].map((format) => [`${path}.${format}`, `${path}.${format}`] as const))]),
    papers: new Map(papers.flatMap(({ path, source }) => (source === undefined ? [] : [[source, `${path}.html`] as const]))),
    known: { en: known('en'), 'zh-CN': known('zh-CN') },
  };
}

/** Papers are in the language of the workspace. */
function bytesOf({ path, paper, name }: PackPaper, format: PackFormat, places: PackPlaces, frame: PackFrame, locale: Locale): Uint8Array {
  const table = tableOf(paper);
  const imprint = { organization: frame.organization, today: frame.day };
  switch (format) {
    case 'xlsx': return table ? tableXlsx(table, locale, frame.organization) : paperXlsx(paper, locale, imprint);
    case 'csv': return text(table ? tableCsv(table, locale) : '');
    case 'json': return text(table ? tableJson(table, locale) : '');
    default: return text(packPage({ path: `${path}.html`, title: shown(name, locale), body: paperBody(paper, locale, packLinker(`${path}.html`, places, locale)) }, frame, locale));
  }
}

function text(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}
