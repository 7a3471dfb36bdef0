import type { Env } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import { keepSights, type Counts, type Run } from '#model/run.ts';
import type { Tree } from '#model/tree.ts';
import { sha256 } from '#load/digest.ts';
import { entryBytes } from '#load/entry.ts';
import type { Reading } from '#load/load.ts';
import { locator } from '#load/locate.ts';
import { applyBaseline } from '#rules/baseline.ts';
import { arrange, finish } from '#rules/finish.ts';
import { suppress } from '#rules/suppress.ts';
import type { Checked } from '#report/report.ts';
import { codes } from './catalogue.ts';
import { takeFacts } from './facts.ts';
import { runAnew, runSince } from './run.ts';
import type { Opened } from './workspace.ts';

export interface Judged {
  readonly project: Project | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly checked: Checked;
  lineAt(path: string, line: number): string;
}

/** What the rules found, the project they found it in, and the facts of a file that is asked for by its path. */
export interface Found { readonly run: Run; readonly project: Project | null; factsOf(path: string): FileFacts | undefined }

/** Facts of all files → diagnostics. The `day` asked for on the command line goes before the one in qms.yaml. */
export function judge(opened: Opened, facts: readonly FileFacts[], day: string, asked = false): Judged {
  const today = dayOf(opened.reading, day, asked);
  return weigh(opened, runAnew(opened.reading, facts, today), today);
}

/** The same of a workspace on disk, of which only that is judged which an earlier run did not judge already. */
export async function judgeAgain(opened: Opened, env: Env, day: string, asked: boolean, jobs?: number): Promise<Judged> {
  const { root, tree, reading } = opened;
  const today = dayOf(reading, day, asked);
  const kept = env.host.kept(root);
  const name = runName(reading, today);
  const past = kept?.past(tree, name);
  const found = (past && await runSince(past, opened, env, today, jobs)) ?? runAnew(reading, await takeFacts(opened, env, jobs), today);
  if (past) keepSights(found.run, past.run, new Set(past.changed.map(({ path }) => path)));
  const judged = weigh(opened, found, today);
  if (tree.failed?.() !== true) kept?.keepRun(tree, name, found.run);
  return judged;
}

/** Names all that findings depend on besides the files and this build. */
function runName({ key, config, findings }: Reading, today: string): string {
  return sha256(Buffer.from(JSON.stringify([key, today, config, findings])));
}

export function dayOf({ config }: Reading, day: string, asked: boolean): string {
  return asked ? day : config.today ?? day;
}

/** What was found → diagnostics, the one way from findings to a verdict. */
export function weigh({ tree, reading }: Opened, { run, project, factsOf }: Found, today: string): Judged {
  const building = isBuilding(reading.config, today);
  const lineAt = lineReader(tree, run);
  const finishing = {
    codes, practices: project?.standard.practices ?? [], severities: reading.config.rules, building,
    locate: locator((path) => entryBytes(tree.get(path)), factsOf), lineAt, sights: run.sights,
  };
  const all = [...reading.findings, ...run.files.flatMap(({ findings }) => findings), ...run.general, ...run.rules.flatMap(({ findings }) => findings)];
  const quiet = suppress(finish(all, finishing), run.files);
  const base = applyBaseline(quiet.kept, factsOf, reading.config.baseline, today);
  const diagnostics = arrange([...base.kept, ...finish([...quiet.findings, ...base.findings], finishing)]);
  return { project, diagnostics, lineAt, checked: count(run.counts, project, quiet.suppressed, base.known, reading, building) };
}

/** True until the day by which the system is to stand. */
function isBuilding({ building_until: until }: Config, today: string): boolean {
  return until !== undefined && today <= until;
}

function count({ files, documents, registers, excluded }: Counts, project: Project | null, suppressed: number, baseline: number, { config }: Reading, building: boolean): Checked {
  const clauses = project?.standard.clauses.filter(({ auditable }) => auditable) ?? [];
  return {
    files, documents, registers, clauses: clauses.length, items: clauses.reduce((sum, { items }) => sum + (items?.length ?? 0), 0), excluded,
    suppressed, baseline, standard: config.standard, buildingUntil: building ? config.building_until ?? '' : '',
  };
}

/** The text of a line: as it was seen with a finding, else from the file. */
function lineReader(tree: Tree, { sights }: Run): (path: string, line: number) => string {
  const files = new Map<string, string[]>();
  let seen: Map<string, string> | undefined;
  const linesOf = (path: string): string[] => {
    const bytes = entryBytes(tree.get(path));
    const lines = bytes ? new TextDecoder().decode(bytes).split(/\r\n?|\n/) : [];
    files.set(path, lines);
    return lines;
  };
  return (path, line) => {
    seen ??= new Map([...sights.values()].map(({ at, line: text }) => [`${at.position.start.line} ${at.path}`, text]));
    return files.get(path)?.[line - 1] ?? seen.get(`${line} ${path}`) ?? linesOf(path)[line - 1] ?? '';
  };
}
