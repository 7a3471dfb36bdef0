import type { Artifact, Env } from '#model/command.ts';
import { freeName } from '#model/file-name.ts';
import { wordsIn } from '#model/text.ts';
import type { Leaf } from '#render/document/print.ts';
import { SiteMap } from '#render/site/links.ts';
import { GENERATOR } from '#render/site/page.ts';
import { siteFiles } from '#render/site/site.ts';
import type { Refusal } from '#model/refusal.ts';
import { shelves } from '#views/site/documents.ts';
import { fileNameOf, sitePapers } from '#views/site/papers.ts';
import { absolutePath } from '../paths.ts';
import type { OpenedProject } from './open.ts';
import { makeSheet, type Sheet } from './sheet.ts';

/** The whole workspace as a site for reading, below a folder; or why it cannot be made. */
export async function sitePages(opened: OpenedProject, sheets: readonly Sheet[], folder: string, env: Env): Promise<{ artifacts: Artifact[]; refusals: Refusal[] }> {
  const { project } = opened;
  const papers = sitePapers(project);
  const map = new SiteMap();
  const taken = new Set<string>();
  for (const { documents } of sheets) for (const document of documents) map.addDocument(document, `documents/${freeName(fileNameOf(document.value.id), taken)}.html`);
  for (const { path, number } of papers) if (number !== undefined) map.addNumber(number, path);
  const leaves = new Map<string, Leaf>();
  const refusals: Refusal[] = [];
  for (const sheet of sheets) {
    const made = await makeSheet(opened, sheet, 'drop', ({ path, anchor }) => {
      const page = map.fileAt(path, anchor);
      return page?.slice('documents/'.length);
    });
    refusals.push(...made.refusals);
    for (const leaf of made.leaves) leaves.set(leaf.view.path, leaf);
  }
  const files = siteFiles({ organization: wordsIn(project.config.organization, env.locale), today: project.today, locale: env.locale, shelves: shelves(project), blocks: project.standard.blocks, papers, leaves, map, earlier: await earlierPages(folder, env) });
  const prefix = folder === '' ? '' : `${folder.replace(/[\\/]+$/, '')}/`;
  return { refusals, artifacts: [...files].map(([path, text]) => ({ path: `${prefix}${path}`, bytes: new TextEncoder().encode(text) })) };
}

/** Pages that an earlier run has left in the folder, by our mark in them. */
async function earlierPages(folder: string, env: Env): Promise<string[]> {
  const root = absolutePath(folder, env);
  if (!await env.host.exists(root)) return [];
  const { entries } = await env.host.readTree(root);
  return entries.filter(({ path, problem }) => problem === undefined && path.endsWith('.html')).filter((entry) => new TextDecoder().decode(entry.read().subarray(0, 2000)).includes(GENERATOR)).map(({ path }) => path);
}
