import { optionText, type Env, type Given } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import { FILES } from '#model/facts-block.ts';
import type { TakenFacts } from '#model/host.ts';
import type { KnownFacts } from '#model/kept.ts';
import { UsageError } from '#model/usage-error.ts';
import { takenIn } from '#model/packed-facts.ts';
import type { TreeEntry } from '#model/tree.ts';
import { readFacts, type Reading } from '#load/load.ts';
import { takeBlock } from '#load/take-block.ts';
import type { Opened } from './workspace.ts';

const MOST_JOBS = 64;
const nothing: KnownFacts = { byStamp: () => undefined, digestOf: () => '', byDigest: () => undefined, keep: () => {} };

/** The map step over the files on disk: what is known, and the rest by as many threads as pay or are asked for (`jobs`). The facts are the same either way. `mine` picks the files of a shard. */
export async function takeFacts({ root, tree, reading }: Opened, env: Env, jobs?: number, mine: (index: number) => boolean = () => true): Promise<FileFacts[]> {
  const { known = nothing } = reading;
  const files = tree.entries.filter(({ path }) => !reading.ignored(path)).filter((_, at) => mine(at));
  const unknown = files.filter((entry) => entry.stamp && !known.byStamp(entry));
  const digests = unknown.map((entry) => known.digestOf(entry));
  const byThreads = unknown.length === 0 ? new Map<string, TakenFacts>() : await env.host.takeByThreads(root, unknown, digests, reading.key, jobs);
  const made = new Map<string, FileFacts>();
  const note = (entry: TreeEntry, one: TakenFacts): void => {
    const facts = one.facts ?? known.byDigest(entry, one.digest);
    if (one.facts) known.keep(entry, one.digest, one.facts);
    if (facts) made.set(entry.path, facts);
  };
  for (let from = 0; from < unknown.length; from += FILES) {
    const entries = unknown.slice(from, from + FILES);
    const alone = reading.known && byThreads.size === 0 ? takeBlock(entries, digests.slice(from, from + FILES), reading) : null;
    const taken = alone ? new Map(takenIn(alone.block, alone.digests, entries)) : byThreads;
    for (const entry of entries) {
      const one = taken.get(entry.path);
      if (one) note(entry, one);
    }
  }
  const both: Reading = { ...reading, known: { ...known, byStamp: (entry) => made.get(entry.path) ?? known.byStamp(entry) } };
  return readFacts(tree, both, mine);
}

/** The number after --jobs; undefined where the machine is to choose. */
export function jobsOf(given: Given): number | undefined {
  const asked = optionText(given, 'jobs');
  if (asked === undefined) return undefined;
  const jobs = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  throw new UsageError({ en: '--jobs takes a number from 1 to {most}, not "{asked}".', 'zh-CN': '--jobs 须是 1 到 {most} 的数，而不是“{asked}”。' }, { asked, most: MOST_JOBS });
}
