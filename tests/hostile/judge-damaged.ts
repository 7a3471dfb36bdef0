import { judge } from '#commands/judge.ts';
import { codes } from '#commands/catalogue.ts';
import { readTree } from '#host/files.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import type { FileFacts } from '#model/facts.ts';
import { treeOf, type TreeEntry } from '#model/tree.ts';
import { reporters } from '#report/index.ts';
import { fileRules } from '#rules/index.ts';
import { assets, testDay } from '../memory.ts';

/** The files of the sample manual that are read as text, and the facts of all. */
export interface Sample { readonly texts: readonly TreeEntry[]; readonly entries: readonly TreeEntry[]; readonly facts: ReadonlyMap<string, FileFacts> }

export async function openSample(): Promise<Sample> {
  const tree = readTree('docs-qms');
  const facts = readFacts(tree, await openWorkspace(tree, assets, fileRules));
  return { entries: tree.entries, texts: tree.entries.filter(({ path }) => /\.(?:md|ya?ml)$/.test(path) && facts.some((file) => file.path === path)), facts: new Map(facts.map((file) => [file.path, file])) };
}

/** The manual with one file in other bytes, judged and reported to the end: findings at that file, and what the file turned into. Only this file is read anew. */
export async function judgeWith({ entries, facts }: Sample, path: string, bytes: Uint8Array): Promise<{ readonly form: FileFacts['form']; readonly at: number; readonly all: number }> {
  const tree = treeOf(entries.map((entry) => (entry.path === path ? { path, size: bytes.length, read: () => bytes } : entry)));
  const reading = await openWorkspace(tree, assets, fileRules);
  const known = path === 'qms.yaml' ? undefined : facts; // all the others are read by its settings
  const [fresh] = readFacts(treeOf(tree.entries.filter((entry) => entry.path === path)), reading) as [FileFacts];
  const now = known ? [...known.values()].map((file) => (file.path === path ? fresh : file)) : readFacts(tree, reading);
  const judged = judge({ root: '/w', tree, reading }, now, testDay);
  const report = reporters['pretty']?.({ ...judged, codes, locale: 'en', color: false, version: '', base: '' }) ?? '';
  if (report === '' || judged.diagnostics.some(({ at }) => at.position.start.line < 1)) throw new Error('no report');
  return { form: fresh.form, at: judged.diagnostics.filter((one) => one.at.path === path).length, all: judged.diagnostics.length };
}
