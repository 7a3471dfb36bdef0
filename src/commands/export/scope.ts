import { optionText, type Env, type Given } from '#model/command.ts';
import type { Commit } from '#model/host.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { Project } from '#model/project.ts';
import type { RedactionLog } from '#model/redaction.ts';
import { treeOf } from '#model/tree.ts';
import { asCopy } from '#pack/redaction/as-copy.ts';
import { openAsOf } from '../as-of.ts';
import { allFacts } from '../all-facts.ts';
import { insideWorkspace } from '../paths.ts';
import { printable, type OpenedProject } from '../render/open.ts';
import { openAt, rootOf, type Opened } from '../workspace.ts';
import { redactedState, redactionSaid } from './redacted.ts';
import { refuseUncommitted } from './uncommitted.ts';

/**
 * What a pack is made from: the workspace as git holds it at `commit` (as it lies there where git knows nothing of it), judged as of `day`.
 * `date` is the day of the commit, else `day`; `said` tells which state that is.
 */
export interface ExportScope { readonly opened: OpenedProject; readonly project: Project; readonly commit: Commit | null; readonly day: string; readonly date: string; readonly said: string;
  /** What was withheld, with --profile: then `opened` is the redacted copy, and `found` what the check says of the original, and what is wrong with the copy only. */
  readonly redaction?: RedactionLog; readonly found: readonly Diagnostic[];
}

/**
 * The state that --as-of asks for, else that of the last commit, which the files must equal: a pack names a commit, and whoever has it can make the same pack.
 * Without --as-of everything is judged as of the day of that commit, for the same reason.
 */
export async function openForExport(given: Given, env: Env): Promise<ExportScope> {
  const root = await rootOf(env);
  const head = await env.host.commitAt(root, 'HEAD');
  const asOf = await openAsOf(given, env);
  const commit = asOf.commit === '' ? head : await env.host.commitAt(root, asOf.commit);
  if (commit && asOf.commit === '') await refuseUncommitted(asOf.opened, commit.commit, env);
  const state = commit === null ? withoutPack(asOf.opened, given, env) : asOf.commit === '' ? await openAt(env, commit.commit) : asOf.opened;
  const day = asOf.day ?? state.reading.config.today ?? commit?.date ?? env.today;
  return scopeOf(state, { commit, day, date: commit?.date ?? day, profile: optionText(given, 'profile'), said: asOf.said.notes ?? '' }, env);
}

/** What a scope is made of besides the state itself. */
type Chosen = Pick<ExportScope, 'commit' | 'day' | 'date' | 'said'> & { readonly profile: string | undefined };

/** A state of the workspace as it goes into a pack, redacted where a profile is named. */
export async function scopeOf(state: Opened, { profile, ...chosen }: Chosen, env: Env): Promise<ExportScope> {
  const original = printable(state, await allFacts(state, env), chosen.day, true);
  const scope = { ...chosen, found: original.judged.diagnostics };
  if (profile === undefined) return { ...scope, opened: original, project: original.project };
  const { opened: copy, log } = await redactedState(state, profile, env);
  const { judged, ...opened } = printable(copy, await allFacts(copy, env), chosen.day, true);
  const diagnostics = asCopy(judged.diagnostics, log);
  const before = new Set(scope.found.map(({ code, at }) => `${code} ${at.path}`));
  const found = [...scope.found, ...diagnostics.filter(({ severity, code, at }) => severity === 'error' && !before.has(`${code} ${at.path}`))];
  return { ...scope, found, opened: { ...opened, judged: { ...judged, diagnostics } }, project: opened.project, redaction: log, said: `${scope.said}${redactionSaid(log, env)}` };
}

/** The pack of an earlier run is no part of the next one. */
function withoutPack(opened: Opened, given: Given, env: Env): Opened {
  const own = insideWorkspace(optionText(given, 'output') ?? '', opened.root, env);
  return { ...opened, tree: treeOf(opened.tree.entries.filter(({ path }) => path !== own)) };
}
