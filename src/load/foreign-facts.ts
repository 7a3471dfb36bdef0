import type { FileFacts } from '#model/facts.ts';
import { treeOf, type Tree, type TreeEntry } from '#model/tree.ts';
import { sha256, textDigest } from './digest.ts';
import { entryBytes } from './entry.ts';
import { readFacts, type Reading } from './load.ts';

/** A file whose facts are not those of this tree: there are none (`missing`), the tree has no such file (`unknown`), or its text is another (`changed`). */
export interface Foreign { readonly path: string; readonly why: 'missing' | 'unknown' | 'changed' }

/** Holds facts that came from elsewhere against the files here; the first that does not fit, null when all do. */
export function foreignFacts(facts: readonly FileFacts[], tree: Tree, reading: Reading): Foreign | null {
  const given = new Map(facts.map((file) => [file.path, file]));
  for (const entry of tree.entries) {
    if (reading.ignored(entry.path)) continue;
    const file = given.get(entry.path);
    if (!file) return { path: entry.path, why: 'missing' };
    if (!isOf(file, entry, reading)) return { path: entry.path, why: 'changed' };
  }
  const unknown = facts.find(({ path }) => !tree.get(path));
  return unknown ? { path: unknown.path, why: 'unknown' } : null;
}

/** What could not be read has no digest: it is looked at once more. */
function isOf(file: FileFacts, entry: TreeEntry, reading: Reading): boolean {
  if (file.digest === '') return JSON.stringify(readFacts(treeOf([entry]), reading)[0]) === JSON.stringify(file);
  const bytes = entryBytes(entry);
  return bytes !== null && file.digest === (file.form === 'asset' ? sha256(bytes) : textDigest(bytes));
}
