import { optionText, type Env, type Given } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import type { TakenFacts } from '#model/host.ts';
import type { KnownFacts } from '#model/kept.ts';
import { UsageError } from '#model/usage-error.ts';
import { readFacts, type Reading } from '#load/load.ts';
import type { Opened } from './workspace.ts';

const MOST_JOBS = 64;
const nothing: KnownFacts = { byStamp: () => undefined, digestOf: () => '', byDigest: () => undefined, keep: () => {} };

/** The map step over the files on disk: what is known, and the rest by as many threads as pay or are asked for (`jobs`). The facts are the same either way. `mine` picks the files of a shard. */
export async function takeFacts({ root, tree, reading }: Opened, env: Env, jobs?: number, mine: (index: number) => boolean = () => true): Promise<FileFacts[]> {
  const { known = nothing } = reading;
  const files = tree.entries.filter(({ path }) => !reading.ignored(path)).filter((_, at) => mine(at));
  const unknown = files.filter((entry) => entry.stamp && !known.byStamp(entry));
  const digests = unknown.map((entry) => known.digestOf(entry));
  const taken = unknown.length === 0 ? new Map<string, TakenFacts>() : await env.host.takeByThreads(root, unknown, digests, reading.key, jobs);
  const made = new Map<string, FileFacts>();
  for (const entry of unknown) {
    const one = taken.get(entry.path);
    const facts = one && (one.facts ?? known.byDigest(entry, one.digest));
    if (one?.facts) known.keep(entry, one.digest, one.facts);
    if (facts) made.set(entry.path, facts);
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
