import type { Env } from '#model/command.ts';
import { escapesRoot, joinPath } from '#model/path.ts';
import { absolutePath } from '../paths.ts';
import type { OpenedProject } from './open.ts';

/** A print that lies among the documents would be found by the next check. */
export function strayNote({ root, ignored }: OpenedProject, path: string, env: Env): string {
  const full = absolutePath(path, env);
  if (!full.startsWith(`${root}/`)) return '';
  const inside = full.slice(root.length + 1);
  if (escapesRoot(inside) || ignored(joinPath(inside))) return '';
  const note = { en: 'This lies inside the workspace: `qms validate` will report it as an uncontrolled file unless `ignore:` in qms.yaml names it.\n', 'zh-CN': '写入位置在工作区内：qms.yaml 的 `ignore:` 没有排除它，`qms validate` 会报告为未受控文件。\n' };
  return note[env.locale];
}
