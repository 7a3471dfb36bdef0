import type { CodedFinding, Diagnostic } from '#model/diagnostic.ts';
import type { Env } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import type { Tree } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { entryBytes } from '#load/entry.ts';
import { linkFacts, openWorkspace, type Reading } from '#load/load.ts';
import { locator } from '#load/locate.ts';
import { applyBaseline } from '#rules/baseline.ts';
import { finish } from '#rules/finish.ts';
import { fileRules, rules } from '#rules/index.ts';
import { runRules } from '#rules/run.ts';
import { suppress } from '#rules/suppress.ts';
import type { Checked } from '#report/report.ts';
import { allFacts } from './all-facts.ts';
import { codes } from './catalogue.ts';

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
  const known = env.host.kept(root)?.facts(reading.key);
  return { root, tree, reading: { ...reading, ...(known && { known }) } };
}

export interface Judged {
  readonly project: Project | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly checked: Checked;
  lineAt(path: string, line: number): string;
}

/** Facts of all files → diagnostics, the one way from a workspace to a verdict. The `day` asked for on the command line goes before the one in qms.yaml. */
export function judge(opened: Opened, facts: readonly FileFacts[], day: string, asked = false): Judged {
  const { tree, reading } = opened;
  const today = asked ? day : reading.config.today ?? day;
  const { project, findings } = linkFacts(facts, reading, today);
  const lineAt = lineReader(tree);
  const finishing = {
    codes, practices: project?.standard.practices ?? [], severities: reading.config.rules, building: isBuilding(reading.config, today),
    locate: locator((path) => entryBytes(tree.get(path)), facts), lineAt,
  };
  const done = (found: readonly CodedFinding[]): Diagnostic[] => finish(found, finishing);
  const first = done([...findings, ...(project ? runRules(project, rules) : [])]);
  const quiet = suppress(first, facts);
  const base = applyBaseline(quiet.kept, facts, reading.config.baseline, today);
  const diagnostics = done([...base.kept, ...quiet.findings, ...base.findings]);
  return { project, diagnostics, lineAt, checked: count(facts, project, quiet.suppressed, base.known, reading, today) };
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

/** True until the day by which the system is to stand. */
function isBuilding({ building_until: until }: Config, today: string): boolean {
  return until !== undefined && today <= until;
}

function count(facts: readonly FileFacts[], project: Project | null, suppressed: number, baseline: number, { config }: Reading, today: string): Checked {
  const clauses = project?.standard.clauses.filter(({ auditable }) => auditable) ?? [];
  return {
    files: facts.length, documents: project?.documents.length ?? 0, registers: facts.filter(({ form, data }) => form === 'register' && data !== null).length,
    clauses: clauses.length, items: clauses.reduce((sum, { items }) => sum + (items?.length ?? 0), 0), excluded: project?.index.excludedItems.size ?? 0,
    suppressed, baseline, standard: config.standard, buildingUntil: isBuilding(config, today) ? config.building_until ?? '' : '',
  };
}

function lineReader(tree: Tree): (path: string, line: number) => string {
  const cache = new Map<string, string[]>();
  return (path, line) => {
    const known = cache.get(path);
    if (known) return known[line - 1] ?? '';
    const bytes = entryBytes(tree.get(path));
    const lines = bytes ? new TextDecoder().decode(bytes).split(/\r\n?|\n/) : [];
    cache.set(path, lines);
    return lines[line - 1] ?? '';
  };
}
