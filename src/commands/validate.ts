import { severities, type Diagnostic, type Severity } from '#model/diagnostic.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { readFacts } from '#load/load.ts';
import { reporters } from '#report/index.ts';
import { baselineOf } from './validate/baseline.ts';
import { mergedFacts, shardOutcome } from './validate/shards.ts';
import { watched } from './validate/watch.ts';
import { codes } from './catalogue.ts';
import { jobsOf } from './facts.ts';
import { withinPaths } from './paths.ts';
import { openAsOf, type AsOf } from './as-of.ts';
import { judge, judgeAgain, type Judged } from './judge.ts';
import { openAt, type Opened } from './workspace.ts';

/** `qms validate`, once or after every change. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  return given.options['watch'] === true ? watched(() => once(given, env), env) : once(given, env);
}

/** Facts, verdict, report. */
async function once(given: Given, env: Env): Promise<Outcome> {
  const asOf = await openAsOf(given, env);
  const { opened, day, said } = asOf;
  const shard = optionText(given, 'shard');
  if (shard !== undefined) return { ...await shardOutcome(asOf, shard, given, env), ...said };

  const judged = await verdict(asOf, given, env);
  const today = day ?? opened.reading.config.today ?? env.today;
  const shown = await withinPaths(await caused(judged.diagnostics, given, env, today), given, opened, env);
  const baseline = optionText(given, 'writeBaseline');
  if (baseline !== undefined) return withNotes(said, baselineOf(shown, baseline, given, env));
  return { exit: fails(shown, given) ? 1 : 0, ...said, text: report(shown, judged, opened, given, env) };
}

/** Which state is shown is told before anything else. */
function withNotes({ notes = '' }: AsOf['said'], outcome: Outcome): Outcome {
  return { ...outcome, notes: notes + (outcome.notes ?? '') };
}

async function verdict(asOf: AsOf, given: Given, env: Env): Promise<Judged> {
  const { opened, day } = asOf;
  const merge = given.options['merge'];
  const [today, asked] = [day ?? env.today, day !== undefined];
  return Array.isArray(merge) ? judge(opened, await mergedFacts(asOf, merge as string[], env), today, asked) : judgeAgain(opened, env, today, asked, jobsOf(given));
}

/** With --since: what is found now and was not found at that commit, judged as of the same day. One fault more of the same kind on the same words counts as new. */
async function caused(diagnostics: readonly Diagnostic[], given: Given, env: Env, today: string): Promise<readonly Diagnostic[]> {
  const ref = optionText(given, 'since');
  if (ref === undefined) return diagnostics;
  const before = await openAt(env, ref);
  const known = new Map<string, number>();
  for (const { fingerprint } of judge(before, readFacts(before.tree, before.reading), today, true).diagnostics) known.set(fingerprint, (known.get(fingerprint) ?? 0) + 1);
  return diagnostics.filter(({ fingerprint }) => {
    const left = known.get(fingerprint) ?? 0;
    known.set(fingerprint, left - 1);
    return left <= 0;
  });
}

function fails(diagnostics: readonly Diagnostic[], given: Given): boolean {
  const limit = severities.indexOf((optionText(given, 'failOn') ?? 'error') as Severity);
  return diagnostics.some(({ severity }) => severities.indexOf(severity) <= limit);
}

function report(diagnostics: readonly Diagnostic[], judged: Judged, opened: Opened, given: Given, env: Env): string {
  const reporter = reporters[optionText(given, 'format') ?? 'pretty'];
  if (!reporter) throw new Error('commander let an unknown format pass');
  const base = relativeFolder(env.cwd, opened.root);
  return reporter({
    diagnostics, checked: judged.checked, codes, locale: env.locale, color: env.color && given.options['output'] === undefined,
    version: env.host.assets().version, base, lineAt: judged.lineAt,
  });
}

/** The workspace's folder as seen from where the reader stands; '' when it is that folder or not below it. */
function relativeFolder(cwd: string, root: string): string {
  return root.startsWith(`${cwd}/`) ? root.slice(cwd.length + 1) : '';
}
