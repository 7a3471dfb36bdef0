import type { Env } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Place, Pointed } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { Tree } from '#model/tree.ts';
import { UsageError } from '#model/usage-error.ts';
import { byPath } from '#load/by-path.ts';
import { entryBytes } from '#load/entry.ts';
import { locator } from '#load/locate.ts';
import { allFacts } from '../all-facts.ts';
import { judge, type Judged } from '../judge.ts';
import { openAt, type Opened } from '../workspace.ts';

/** The workspace read and judged, with the files themselves at hand. */
export interface OpenedProject { readonly root: string; readonly tree: Tree; readonly judged: Judged; readonly project: Project; locate(spot: Pointed): Place; /** Files that the check never reads. */ ignored(path: string): boolean }

/** Opens the workspace for printing: what is printed as controlled must have been judged first. */
export async function openForPrinting(env: Env): Promise<OpenedProject> {
  const opened = await openAt(env);
  return printable(opened, await allFacts(opened, env), env.today);
}

/** A workspace in whatever state it was opened, judged; `day` and `asked` as `judge` takes them. UsageError without a standard to be seen against. */
export function printable(opened: Opened, facts: readonly FileFacts[], day: string, asked = false): OpenedProject {
  const judged = judge(opened, facts, day, asked);
  if (!judged.project) throw new UsageError({ en: 'qms.yaml names no standard that this tool knows.', 'zh-CN': 'qms.yaml 没有指定本工具认识的标准。' }, {}, { en: 'Run `qms validate` for details.', 'zh-CN': '详见 `qms validate`。' });
  const locate = locator((path) => entryBytes(opened.tree.get(path)), byPath(facts));
  return { root: opened.root, tree: opened.tree, judged, project: judged.project, locate, ignored: opened.reading.ignored };
}
