import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { apart, recorded, type Facet } from '#model/reads.ts';
import type { MeetingRule } from '#model/rule.ts';
import type { RuleRun } from '#model/run.ts';

/** Judges the documents that share a key with another. */
export function runMeetings(rule: MeetingRule, project: Project): RuleRun {
  const own = new Set<Facet>();
  let all: number[] = [];
  const { made, reads } = recorded(() => {
    const keyed = project.documents.map((document) => ({ document, keys: apart(document.path, own, () => new Set(rule.keys(document))) }));
    const holders = new Map<string, number>();
    for (const { keys } of keyed) for (const key of keys) holders.set(key, (holders.get(key) ?? 0) + 1);
    all = keyed.flatMap(({ keys }) => [...keys].map(short));
    return [...rule.check(keyed.filter(({ keys }) => [...keys].some((key) => (holders.get(key) ?? 0) > 1)).map(({ document }) => document), project)];
  });
  return { code: rule.code, findings: made.map((finding) => ({ ...finding, code: rule.code })), reads, own, keys: Uint32Array.from(all).sort() };
}

/**
 * The same run after documents changed that shared no key before (those that did were read): nobody meets anybody as long as they share none now. Null where one
 * might, for keys are kept short. Each holder of a key counts, so that a short key which two happen to have stays when one of them lets it go.
 */
export function stillApart(rule: MeetingRule, before: RuleRun, changed: readonly (readonly [was: Document, is: Document])[]): RuleRun | null {
  const own = new Set(before.own);
  const gone: number[] = [];
  const come: number[] = [];
  for (const [was, is] of changed) {
    const old = new Set(rule.keys(was));
    const { made: now } = recorded(() => apart(is.path, own, () => new Set(rule.keys(is))));
    gone.push(...[...old.difference(now)].map(short));
    for (const key of [...now.difference(old)].map(short)) {
      if (come.includes(key) || holds(before.keys, key)) return null;
      come.push(key);
    }
  }
  const left = Array.from(before.keys ?? []);
  for (const key of gone) left.splice(left.indexOf(key), 1);
  return { ...before, own, keys: Uint32Array.from([...left, ...come]).sort() };
}

function holds(sorted: Uint32Array = new Uint32Array(), key: number): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === key;
}

/** FNV-1a. */
function short(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
