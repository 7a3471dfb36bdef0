import type { ApprovalRecord } from '#model/approval.ts';
import type { Env } from '#model/command.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { Place } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { RedactionLog } from '#model/redaction.ts';
import { byPath } from '#load/by-path.ts';
import { entryBytes } from '#load/entry.ts';
import { linkFacts, readFacts } from '#load/load.ts';
import { locator } from '#load/locate.ts';
import type { Bag } from '#pack/bag/open.ts';
import { sourceFolder } from '#pack/layout.ts';
import { asCopy } from '#pack/redaction/as-copy.ts';
import { finish } from '#rules/finish.ts';
import { rules } from '#rules/index.ts';
import { codes } from '../catalogue.ts';
import { sourcesIn, stateOf } from './sources.ts';

/** Approvals of a pack: how many there are, how many bear a good signature, and how many documents are redacted copies. */
export interface ApprovalFigures { readonly approvals: number; readonly signed: number; readonly redacted: number }

/**
 * The approvals in a pack, judged anew against the sources in it, with our severities: what the pack's own settings switch off or its texts suppress is judged all the same.
 * Null where the pack holds no workspace.
 */
export async function judgeApprovals(bag: Bag, env: Env): Promise<{ readonly figures: ApprovalFigures; readonly diagnostics: readonly Diagnostic[] } | null> {
  const opened = await sourcesIn(bag, env);
  if (!opened) return null;
  const { tree, reading } = opened;
  const facts = readFacts(tree, reading);
  const { project } = linkFacts(facts, reading, stateOf(bag, env));
  if (!project) return null;
  const found = rules.flatMap((rule) => (rule.scope === 'project' && rule.code.startsWith('approval/') ? [...rule.check(project)].map((finding) => ({ ...finding, code: rule.code })) : []));
  const finished = finish(found, { codes, practices: project.standard.practices, severities: {}, building: false, lineAt: () => '', locate: locator((path) => entryBytes(tree.get(path)), byPath(facts)) });
  const log = facts.find(({ kind, data }) => kind === 'redaction-log' && data !== null)?.data as RedactionLog | undefined;
  const diagnostics = (log ? asCopy(finished, { withheld: log.withheld, files: log.files ?? [] }) : finished).map(inPack);
  return { figures: figuresOf(project, diagnostics), diagnostics };
}

function figuresOf({ approvals }: Project, diagnostics: readonly Diagnostic[]): ApprovalFigures {
  const signed = approvals.filter(({ signature }: ApprovalRecord) => signature.state === 'good').length;
  return { approvals: approvals.length, signed, redacted: diagnostics.filter(({ code }) => code === 'pack/redacted-copy').length };
}

/** Places as they are in the pack. */
function inPack(one: Diagnostic): Diagnostic {
  const there = (place: Place): Place => ({ ...place, path: `${sourceFolder}/${place.path}` });
  const args = one.code.startsWith('pack/') ? { ...one.args, name: `${sourceFolder}/${String(one.args?.['name'])}` } : one.args ?? {};
  return { ...one, args, at: there(one.at), related: one.related.map(there) };
}
