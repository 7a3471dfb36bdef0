import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Tree } from '#model/tree.ts';
import { entryBytes } from '#load/entry.ts';
import { renderImpact, type ImpactFormat } from '#render/impact.ts';
import { changedLines } from '#views/changed-lines.ts';
import { impact } from '#views/impact.ts';
import { openAt, projectOf } from './workspace.ts';

/** `qms impact`: the workspace at a commit against the workspace now, both read with the settings of now. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const since = optionText(given, 'since') ?? 'HEAD';
  const { root, tree, reading } = await openAt(env);
  const today = reading.config.today ?? env.today;
  const earlier = await env.host.readTreeAt(root, since);
  const [before, after] = [projectOf(earlier, reading, today), projectOf(tree, reading, today)];
  const view = impact(before, after, since, (was, is) => changedLines(textAt(earlier, was), textAt(tree, is)));
  return { exit: 0, text: renderImpact(view, (optionText(given, 'format') ?? 'text') as ImpactFormat, env.locale, env.color && given.options['output'] === undefined) };
}

function textAt(tree: Tree, path: string): string {
  return new TextDecoder().decode(entryBytes(tree.get(path)) ?? undefined);
}
