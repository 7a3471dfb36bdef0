import type { FileFacts } from '#model/facts.ts';
import { encodeBlock, type PackedBlock } from '#model/facts-block.ts';
import type { TreeEntry } from '#model/tree.ts';
import { freshFacts, type Reading } from './load.ts';

/** Digests of some files ('' where one was not read), and a block with the facts of those whose digest is not the one that is known. */
export interface TakenBlock { readonly digests: readonly string[]; readonly block: PackedBlock }

/** Takes facts and packs them at once, so that the objects they were made of need not live longer than a block. */
export function takeBlock(entries: readonly TreeEntry[], known: readonly string[], reading: Reading): TakenBlock {
  const digests: string[] = [];
  const fresh: FileFacts[] = [];
  for (const [at, entry] of entries.entries()) {
    const { digest, facts } = freshFacts(entry, reading, known[at]) ?? { digest: '', facts: null };
    digests.push(digest);
    if (facts) fresh.push(facts);
  }
  return { digests, block: encodeBlock(fresh) };
}
