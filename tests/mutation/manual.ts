import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge } from '#commands/judge.ts';
import { readTree } from '#host/files.ts';
import { linkFacts, openWorkspace, readFacts, type Reading } from '#load/load.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import { treeOf, type Tree } from '#model/tree.ts';
import { fileRules } from '#rules/index.ts';
import { assets, memoryTree, testDay } from '../memory.ts';

/** A file as a mutant leaves it; null takes it away. */
export type Content = string | Uint8Array | null;
export type Changes = ReadonlyMap<string, Content>;

/** The sample manual, read once: its texts, its facts and what is said of it undamaged. */
export interface Manual {
  readonly texts: ReadonlyMap<string, string>;
  readonly project: Project;
  readonly undamaged: readonly Diagnostic[];
  /** What is said of the manual with these files changed and was not said before. */
  judge(changes: Changes): Promise<readonly Diagnostic[]>;
}

const folder = join(import.meta.dirname, '../../docs-qms');

/** Facts are kept: a mutant costs the facts of its own file, the linking and the rules. */
export async function openManual(): Promise<Manual> {
  const onDisk = readTree(folder);
  const files: Record<string, Uint8Array> = Object.fromEntries(onDisk.entries.map(({ path }) => [path, readFileSync(join(folder, path))]));
  const tree = memoryTree(files);
  const reading = await openWorkspace(tree, assets, fileRules);
  const facts = readFacts(tree, reading);
  const { project } = linkFacts(facts, reading, reading.config.today ?? testDay);
  if (project === null) throw new Error('the sample manual names no standard');
  const undamaged = judge({ root: '/', tree, reading }, facts, testDay).diagnostics;
  const decoder = new TextDecoder();
  const texts = new Map(Object.entries(files).filter(([path]) => /\.(?:md|yaml)$/.test(path) && !reading.ignored(path)).map(([path, bytes]) => [path, decoder.decode(bytes)]));
  return { texts, project, undamaged, judge: async (changes) => news(undamaged, await judgeChanged({ files, reading, facts }, changes)) };
}

interface Base { readonly files: Readonly<Record<string, Uint8Array>>; readonly reading: Reading; readonly facts: readonly FileFacts[] }

async function judgeChanged({ files, reading, facts }: Base, changes: Changes): Promise<readonly Diagnostic[]> {
  const tree = changedTree(files, changes);
  const anew = changes.has('qms.yaml');
  const opened = { root: '/', tree, reading: anew ? await openWorkspace(tree, assets, fileRules) : reading };
  if (anew) return judge(opened, readFacts(tree, opened.reading), testDay).diagnostics;
  const touched = treeOf(tree.entries.filter(({ path }) => changes.has(path)));
  const kept = facts.filter(({ path }) => !changes.has(path));
  return judge(opened, [...kept, ...readFacts(touched, reading)], testDay).diagnostics;
}

function changedTree(files: Base['files'], changes: Changes): Tree {
  const contents: Record<string, string | Uint8Array> = { ...files };
  for (const [path, content] of changes) {
    if (content === null) delete contents[path];
    else contents[path] = content;
  }
  return memoryTree(contents);
}

/** By fingerprint, as `--since` does: a finding that moved to another line is none of the mutant's. */
function news(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map<string, number>();
  for (const { fingerprint } of before) known.set(fingerprint, (known.get(fingerprint) ?? 0) + 1);
  return after.filter(({ fingerprint }) => {
    const left = known.get(fingerprint) ?? 0;
    known.set(fingerprint, left - 1);
    return left <= 0;
  });
}
