import type { Env } from '#model/command.ts';
import type { FileFacts } from '#model/facts.ts';
import { UsageError } from '#model/usage-error.ts';
import { takeFacts } from './facts.ts';
import type { Opened } from './workspace.ts';

/**
 * Facts of all files, for what is shown or written from them. UsageError where the machine keeps a file from us: a list without it would be wrong in silence.
 * (`validate` reports such a file and goes on; what is wrong *in* a file is told by `leftOutNote`.)
 */
export async function allFacts(opened: Opened, env: Env): Promise<readonly FileFacts[]> {
  const facts = await takeFacts(opened, env);
  const missing = facts.find(({ findings }) => findings.some(({ code }) => code === 'load/unreadable'));
  if (!missing) return facts;
  throw new UsageError({ en: 'The system refuses to read {path}; nothing is shown or written without it.', 'zh-CN': '系统拒绝读取 {path}；缺了它不显示、不写入任何内容。' }, { path: missing.path },
    { en: 'Check its permissions and the disk, and that no other program has locked it.', 'zh-CN': '请检查权限和磁盘，以及文件是否被其他程序占用。' });
}
