import type { CodedFinding } from './diagnostic.ts';
import type { FileFacts, Ignore } from './facts.ts';
import type { Place } from './place.ts';
import { bodyFacets, fileFacets, type Facet, type Reads } from './reads.ts';

/** All that was found in a workspace before it is weighed (severities, suppressions, baseline), and what it depends on: enough for a verdict without any facts. */
export interface Run {
  /** Files that say something by themselves, in order of path. */
  readonly files: readonly Outspoken[];
  /** What is wrong with the set of files as a whole. */
  readonly general: readonly CodedFinding[];
  readonly rules: readonly RuleRun[];
  readonly counts: Counts;
  /** Where findings were seen to stand; filled while they are looked up. */
  readonly sights: Map<CodedFinding, Sight>;
}
export interface Outspoken { readonly path: string; readonly findings: readonly CodedFinding[]; readonly ignores: readonly Ignore[] }
export interface Counts { readonly files: number; readonly documents: number; readonly registers: number; readonly excluded: number }

/**
 * What a rule found, and what it read to find it. `own`: facets that were read of each document for itself, by a rule that judges it so or asks what it may share;
 * `keys`: what all of them may share, in short and in order.
 */
export interface RuleRun { readonly code: string; readonly findings: readonly CodedFinding[]; readonly reads: Reads; readonly own: ReadonlySet<Facet>; readonly keys?: Uint32Array }

/** True places of a finding, the text of its line, and its fingerprint: good as long as the files of these places are the same. */
export interface Sight { readonly at: Place; readonly related: readonly Place[]; readonly line: string; readonly fingerprint: string }

/** Facets that are no longer as they were, each with the files. */
export type Changed = ReadonlyMap<Facet, ReadonlySet<string>>;

/** What differs between two facts of a file; null where the core does, on which everything may depend. */
export function changedFacets(before: FileFacts, after: FileFacts): Facet[] | null {
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const core = ({ path, form, kind, data, body }: FileFacts): unknown => [path, form, kind, data, body !== null];
  if (!isSame(core(before), core(after))) return null;
  const { body: was } = before;
  const { body: is } = after;
  return [...fileFacets.filter((facet) => !isSame(before[facet], after[facet])), ...(was && is ? bodyFacets.filter((facet) => !isSame(was[facet], is[facet])) : [])];
}

/** True where something of what was read is no longer as it was. */
export function isStale(reads: Reads, changed: Changed): boolean {
  for (const [facet, paths] of changed) {
    const read = reads.get(facet);
    if (read === null || (read !== undefined && !paths.isDisjointFrom(read))) return true;
  }
  return false;
}

/** Sights of an earlier run that are still good: of files that are as they were. */
export function stillSeen({ sights }: Run, changed: Pick<ReadonlySet<string>, 'has'>): Map<CodedFinding, Sight> {
  return new Map([...sights].filter(([, { at, related }]) => ![at, ...related].some(({ path }) => changed.has(path))));
}

/** Findings that an earlier run had too, of files that are as they were, stand where it saw them: nobody has to open those files again. */
export function keepSights(run: Run, earlier: Run, changed: ReadonlySet<string>): void {
  const fresh = [...run.files, { findings: run.general }, ...run.rules].flatMap(({ findings }) => findings.filter((finding) => !run.sights.has(finding)));
  if (fresh.length === 0) return;
  const known = new Map([...stillSeen(earlier, changed)].map(([finding, sight]) => [JSON.stringify(finding), sight]));
  for (const finding of fresh) {
    const sight = known.get(JSON.stringify(finding));
    if (sight) run.sights.set(finding, sight);
  }
}
