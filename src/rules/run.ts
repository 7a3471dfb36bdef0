import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { apart, noteReads, recorded, type Facet, type Reads } from '#model/reads.ts';
import type { DocumentRule, FileRule, ProjectRule, Rule } from '#model/rule.ts';
import { isStale, type Changed, type RuleRun } from '#model/run.ts';
import { runMeetings, stillApart } from './meetings.ts';

/** An earlier run, what has changed since, and the documents in which it did. */
export interface Earlier { readonly rules: readonly RuleRun[]; readonly changed: Changed; readonly documents: readonly (readonly [was: Document, is: Document])[] }

/**
 * Runs the project rules that are not switched off; file rules ran when the facts were taken. A rule is a pure function of the project: where nothing that it read
 * has changed, it found the same earlier.
 */
export function runRules(project: Project, rules: readonly Rule[], earlier?: Earlier): RuleRun[] {
  const known = new Map(earlier?.rules.map((run) => [run.code, run]));
  return rules.filter((rule): rule is Exclude<Rule, FileRule> => rule.scope !== 'file' && project.config.rules[rule.code] !== 'off').map((rule) => {
    const before = known.get(rule.code);
    return (earlier && before && !isStale(before.reads, earlier.changed) ? again(rule, project, before, earlier) : null) ?? anew(rule, project);
  });
}

function anew(rule: Exclude<Rule, FileRule>, project: Project): RuleRun {
  if (rule.scope === 'document') return eachDocument(rule, project, project.documents);
  return rule.scope === 'meeting' ? runMeetings(rule, project) : runRule(rule, project);
}

/** What a rule finds that read nothing which has changed, but for what it reads of each document for itself; null where it has to run. */
function again(rule: Exclude<Rule, FileRule>, project: Project, before: RuleRun, { changed, documents }: Earlier): RuleRun | null {
  const stale = documents.filter(([, { path }]) => [...before.own].some((facet) => changed.get(facet)?.has(path)));
  if (stale.length === 0) return before;
  return rule.scope === 'document' ? someAgain(rule, project, before, stale.map(([, document]) => document)) : rule.scope === 'meeting' ? stillApart(rule, before, stale) : null;
}

function runRule(rule: ProjectRule, project: Project): RuleRun {
  const { made, reads } = recorded(() => [...rule.check(project)]);
  return { code: rule.code, findings: made.map((finding) => ({ ...finding, code: rule.code })), reads, own: new Set() };
}

/** Only these documents are judged again. */
function someAgain(rule: DocumentRule, project: Project, before: RuleRun, stale: readonly Document[]): RuleRun {
  const after = eachDocument(rule, project, stale);
  const paths = new Set(stale.map(({ path }) => path));
  return { code: rule.code, findings: [...before.findings.filter(({ at }) => !paths.has(at.path)), ...after.findings], reads: both(before.reads, after.reads), own: before.own.union(after.own) };
}

function eachDocument(rule: DocumentRule, project: Project, documents: readonly Document[]): RuleRun {
  const own = new Set<Facet>();
  const { made, reads } = recorded(() => documents.flatMap((document) => apart(document.path, own, () => [...rule.check(document, project)].map((finding) => {
    if (finding.at.path !== document.path) throw new Error(`${rule.code} judges ${document.path} and speaks of ${finding.at.path}`);
    return { ...finding, code: rule.code };
  }))));
  return { code: rule.code, findings: made, reads, own };
}

function both(a: Reads, b: Reads): Reads {
  return recorded(() => { noteReads(a); noteReads(b); }).reads;
}
