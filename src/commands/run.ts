import type { Env } from '#model/command.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { Document } from '#model/document.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Past } from '#model/kept.ts';
import { changedFacets, stillSeen, type Outspoken, type Run } from '#model/run.ts';
import type { Facet } from '#model/reads.ts';
import { treeOf } from '#model/tree.ts';
import { byPath } from '#load/by-path.ts';
import { documentOf } from '#load/link.ts';
import { generalFindings, projectFrom, readFacts, type Reading } from '#load/load.ts';
import { rules } from '#rules/index.ts';
import { runRules } from '#rules/run.ts';
import { takeFacts } from './facts.ts';
import type { Found } from './judge.ts';
import type { Opened } from './workspace.ts';

/** Everything there is to find in these facts. */
export function runAnew(reading: Reading, facts: readonly FileFacts[], today: string): Found {
  const project = projectFrom(() => facts, reading, today);
  const run: Run = {
    files: facts.flatMap(outspoken), general: generalFindings(facts, reading, project), rules: project ? runRules(project, rules) : [],
    counts: {
      files: facts.length, documents: project?.documents.length ?? 0, registers: facts.filter(({ form, data }) => form === 'register' && data !== null).length,
      excluded: project?.index.excludedItems.size ?? 0,
    },
    sights: new Map(),
  };
  return { run, project, factsOf: byPath(facts) };
}

/**
 * The same from what an earlier run found, its files being few that changed: rules that read nothing of what changed are not run again, and where none is, no other
 * file's facts are looked at. Null where more changed than can be told apart.
 */
export async function runSince({ run: earlier, changed: entries, before }: Past, { root, tree, reading }: Opened, env: Env, today: string, jobs?: number): Promise<Found | null> {
  const mine = entries.filter(({ path }) => !reading.ignored(path));
  const known = new Map(mine.map(({ path }) => [path, before(path)]));
  const fresh = await takeFacts({ root, tree: treeOf(mine), reading }, env, jobs);
  const changed = new Map<Facet, Set<string>>();
  for (const facts of fresh) {
    const was = known.get(facts.path);
    const facets = was ? changedFacets(was, facts) : null;
    if (facets === null) return null;
    for (const facet of facets) changed.set(facet, (changed.get(facet) ?? new Set()).add(facts.path));
  }
  const now = new Map(fresh.map((facts) => [facts.path, facts]));
  const among: Reading = { ...reading, ...(reading.known && { known: { ...reading.known, byStamp: (entry) => now.get(entry.path) ?? reading.known?.byStamp(entry) } }) };
  const project = projectFrom(() => readFacts(tree, among), reading, today);
  const run: Run = {
    ...earlier,
    files: [...earlier.files.filter(({ path }) => !now.has(path)), ...fresh.flatMap(outspoken)].sort((a, b) => compareCodePoints(a.path, b.path)),
    rules: project ? runRules(project, rules, { rules: earlier.rules, changed, documents: bothOf(known, fresh) }) : [],
    sights: stillSeen(earlier, now),
  };
  return { run, project, factsOf: (path) => readFacts(treeOf([tree.get(path) ?? []].flat()), among)[0] };
}

/** The documents that changed, as they were and as they are. */
function bothOf(before: ReadonlyMap<string, FileFacts | undefined>, after: readonly FileFacts[]): [Document, Document][] {
  return after.flatMap((facts): [Document, Document][] => {
    const earlier = before.get(facts.path);
    const [was, is] = [earlier && documentOf(earlier), documentOf(facts)];
    return was && is ? [[was, is]] : [];
  });
}

function outspoken({ path, findings, ignores }: FileFacts): Outspoken[] {
  return findings.length + ignores.length > 0 ? [{ path, findings, ignores }] : [];
}
