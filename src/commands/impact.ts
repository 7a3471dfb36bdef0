import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Tree } from '#model/tree.ts';
import { entryBytes } from '#load/entry.ts';
import { renderImpact, type ImpactFormat } from '#render/impact.ts';
import { changedLines } from '#views/changed-lines.ts';
import { impact } from '#views/impact.ts';
import { allFacts } from './all-facts.ts';
import { openAt, projectOf } from './workspace.ts';

/** `qms impact`: the workspace at a commit against the workspace now, both read with the settings of now. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const since = optionText(given, 'since') ?? 'HEAD';
  const opened = await openAt(env);
  const { root, tree, reading } = opened;
  const today = reading.config.today ?? env.today;
  const earlier = await env.host.readTreeAt(root, since);
  const [before, after] = [projectOf(await allFacts({ root, tree: earlier, reading }, env), reading, today), projectOf(await allFacts(opened, env), reading, today)];
  const view = impact(before, after, since, (was, is) => changedLines(textAt(earlier, was), textAt(tree, is)));
  return { exit: 0, text: renderImpact(view, (optionText(given, 'format') ?? 'text') as ImpactFormat, env.locale, env.color && given.options['output'] === undefined) };
}

function textAt(tree: Tree, path: string): string {
  return new TextDecoder().decode(entryBytes(tree.get(path)) ?? undefined);
}
