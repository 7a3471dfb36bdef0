import type { Env } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import type { Tree, TreeEntry } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { factsOf, linkFacts, openWorkspace, type Reading } from '#load/load.ts';
import { fileRules } from '#rules/index.ts';
import { allFacts } from './all-facts.ts';

export interface Opened { readonly root: string; readonly tree: Tree; readonly reading: Reading }

/** The folder of the workspace around Env.cwd; UsageError when there is none. */
export async function rootOf(env: Env): Promise<string> {
  const root = await env.host.findWorkspace(env.cwd);
  if (root === null) {
    throw new UsageError({ en: 'No qms.yaml in {dir} or above.', 'zh-CN': '{dir} 及其上级文件夹里没有 qms.yaml。' }, { dir: env.cwd },
      { en: 'Go to the folder of the manual, use -C DIR, or start one with `qms init`.', 'zh-CN': '请进入手册所在文件夹，或用 -C 指定，或用 `qms init` 新建。' });
  }
  return root;
}

/** The workspace around Env.cwd. `ref` opens it as a commit holds it. */
export async function openAt(env: Env, ref?: string): Promise<Opened> {
  const root = await rootOf(env);
  const tree = ref === undefined ? await env.host.readTree(root) : await env.host.readTreeAt(root, ref);
  const reading = await openWorkspace(tree, env.host.assets(), fileRules);
  const known = env.host.kept(root)?.facts(reading.key, (path) => factsOf(tree.get(path) as TreeEntry, reading));
  return { root, tree, reading: { ...reading, ...(known && { known }) } };
}

/** The project for a view; UsageError when the workspace has no standard to be seen against. */
export async function openProject(env: Env): Promise<Project> {
  const opened = await openAt(env);
  return projectOf(await allFacts(opened, env), opened.reading, opened.reading.config.today ?? env.today);
}

/** The project that facts make under given settings, for a view. */
export function projectOf(facts: readonly FileFacts[], reading: Reading, today: string): Project {
  const { project } = linkFacts(facts, reading, today);
  if (project === null) {
    throw new UsageError({ en: 'qms.yaml names no standard that this tool knows.', 'zh-CN': 'qms.yaml 没有指定本工具认识的标准。' }, {},
      { en: 'Run `qms validate` for details.', 'zh-CN': '详见 `qms validate`。' });
  }
  return project;
}
