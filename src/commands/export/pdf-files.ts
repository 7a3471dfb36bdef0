import { optionText, type Env, type Given } from '#model/command.ts';
import { changedMeanwhile } from '#model/changed-meanwhile.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { Document } from '#model/document.ts';
import { freeName } from '#model/file-name.ts';
import type { Refusal } from '#model/refusal.ts';
import { UsageError } from '#model/usage-error.ts';
import { wordsIn } from '#model/text.ts';
import type { PackFile } from '#pack/file.ts';
import { paperHtml } from '#render/paper-html.ts';
import type { PackPaper } from '#views/evidence/pack-papers.ts';
import type { Scope } from '#views/evidence/scope.ts';
import { browserChoice } from '../print/browser-choice.ts';
import { missingGlyphs, refuseGlyphs } from '../print/missing-glyphs.ts';
import { absolutePath } from '../paths.ts';
import { press } from '../print/press.ts';
import { digest, MANIFEST, makersOf, originOf, printsIn } from '../print/print-changed.ts';
import type { NamedJob } from '../print/print.ts';
import { fileName, worstMark } from '../render/choose.ts';
import { pdfJob } from '../render/pdf.ts';
import { makeSheet, whereIs, type Sheet } from '../render/sheet.ts';
import type { Evidence } from './evidence.ts';
import type { ExportScope } from './scope.ts';

/** What is printed for a pack, or why it cannot be. `documents` tells where the print of each lies; `makers` are lines of bag-info.txt on what decides its bytes; `close` ends the browser. */
export interface PackedPdfs { readonly documents: readonly PrintedDocument[]; readonly files: readonly PackFile[]; readonly refusals: readonly Refusal[]; readonly makers: readonly (readonly [label: string, value: string])[]; close(): Promise<void> }
export const noPrints: PackedPdfs = { documents: [], files: [], refusals: [], makers: [], close: async () => {} };

/** A document and where its print lies in a pack. */
export interface PrintedDocument { readonly document: Document; readonly path: string }

/** The documents that are in force on the day and were chosen, without those of others: what `data/pdf` holds, in order of number. */
export function printedDocuments({ project }: Pick<ExportScope, 'project'>, chosen: Scope): PrintedDocument[] {
  const taken = new Set<string>();
  return project.documents.filter((document) => document.value.type !== 'external' && chosen.holds(document))
    .toSorted((a, b) => compareCodePoints(a.value.id, b.value.id) || compareCodePoints(a.path, b.path))
    .map((document) => ({ document, path: `data/pdf/${freeName(fileName(document), taken)}.pdf` }));
}

/** A page to be printed, made anew each time so that none is kept. */
interface Page { readonly path: string; make(): Promise<{ readonly job: NamedJob; readonly refusals: readonly Refusal[] }> }

/**
 * The printed pages, made when they are packed and not kept. Before that every page is made once without being printed: whatever stands against
 * printing is found before the first is. A print that `render` left in the folder of --printed is taken where it is what it would become.
 */
export async function pdfFiles(scope: ExportScope, evidence: Evidence, given: Given, env: Env): Promise<PackedPdfs> {
  const choice = browserChoice(given);
  const makers = await makersOf(env, choice);
  const earlier = await earlierPrints(optionText(given, 'printed'), env);
  const refusals: Refusal[] = [];
  const glyphs: string[] = [];
  const fresh: (() => Promise<NamedJob>)[] = [];
  const files: PackFile[] = [];
  const documents = printedDocuments(scope, evidence.scope);
  const pages = [...documents.map((one) => documentPage(scope, one)), ...evidence.papers.filter(({ formats }) => formats.includes('pdf')).map((paper) => paperPage(scope, paper))];
  for (const [done, { path, make }] of pages.toSorted((a, b) => compareCodePoints(a.path, b.path)).entries()) {
    env.progress({ done, total: pages.length, name: path });
    const { job, refusals: against } = await make();
    refusals.push(...against);
    glyphs.push(...missingGlyphs(job, env));
    const earlierPrint = await earlier(originOf(job, makers));
    const index = fresh.length;
    files.push(earlierPrint ? { path, ...earlierPrint } : { path, size: null, bytes: () => prints.print(index) });
    if (!earlierPrint) fresh.push(async () => (await make()).job);
  }
  env.progress({ done: pages.length, total: pages.length, name: '' });
  if (refusals.length === 0) refuseGlyphs(glyphs);
  const prints = press(fresh, env, choice);
  const [browser, fonts] = [await env.host.browserBuild(choice), [...new Set(env.host.fonts().map(({ name, version }) => `${name} ${version}`))]];
  return { documents, refusals, files, makers: [['Browser-Build', browser], ['Font-Build', fonts.join(', ')]], close: prints.close };
}

function documentPage({ opened }: ExportScope, { document, path }: PrintedDocument): Page {
  const sheet: Sheet = { name: '', documents: [document], mark: worstMark(opened, [document]) };
  return { path, make: async () => {
    const made = await makeSheet(opened, sheet, 'drop');
    return { job: pdfJob(opened, sheet, made, path), refusals: made.refusals };
  } };
}

/** A paper in the language of the workspace, dated by the day it tells of. */
function paperPage({ opened, project, day }: ExportScope, { path: name, name: title, paper }: PackPaper): Page {
  const path = `${name}.pdf`;
  const locale = project.config.language;
  const organization = wordsIn(project.config.organization, locale);
  return { path, make: async () => ({ refusals: [], job: {
    path, html: paperHtml(paper, locale, { organization, today: day }, 'print'), whereIs: whereIs(opened, { documents: [] }),
    meta: { title: title[locale], language: locale, author: organization, created: `${day}T00:00:00Z` },
  } }) };
}

/** Looks for a print by what it is made from, in a folder that `render` printed into: a way to its bytes, undefined where they are not (or no longer) there. */
async function earlierPrints(folder: string | undefined, env: Env): Promise<(origin: string) => Promise<Omit<PackFile, 'path'> | undefined>> {
  if (folder === undefined) return async () => undefined;
  const root = absolutePath(folder.replace(/[\\/]+$/, ''), env);
  const manifest = await printsIn(root, env);
  if (manifest === null) {
    throw new UsageError({ en: '{folder} has no {manifest}: nothing was printed into it.', 'zh-CN': '{folder} 里没有 {manifest}，不是打印输出的文件夹。' }, { folder, manifest: MANIFEST },
      { en: '`qms render --all -o {folder}` prints into it.', 'zh-CN': '可用 `qms render --all -o {folder}` 打印到该文件夹。' });
  }
  const byOrigin = new Map(Object.entries(manifest.printed).map(([path, { from, sha256 }]) => [from, { path: `${root}/${path.replace(/^.*[\\/]/, '')}`, sha256 }]));
  return async (origin) => {
    const found = byOrigin.get(origin);
    const read = async (): Promise<Uint8Array | undefined> => {
      const bytes = found && await env.host.readFile(found.path);
      return bytes && digest(bytes) === found.sha256 ? bytes : undefined;
    };
    const there = await read();
    if (!found || !there) return undefined;
    return { size: there.length, bytes: async () => {
      const bytes = await read();
      if (!bytes) throw new UsageError(changedMeanwhile, { path: found.path });
      return bytes;
    } };
  };
}
