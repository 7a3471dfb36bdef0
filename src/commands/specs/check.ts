import type { CommandSpec } from '#model/command.ts';
import { asOf, output } from './options.ts';

/** What judges and explains. */
export const check: readonly CommandSpec[] = [
  {
    name: 'validate',
    summary: { en: 'check the manual against the standard', 'zh-CN': '对照标准检查手册' },
    args: [{ spec: '[paths...]', text: { en: 'report only findings in these files or folders', 'zh-CN': '只报告这些文件或文件夹里的问题' } }],
    options: [
      { flags: '-f, --format <name>', text: { en: 'how to report', 'zh-CN': '报告格式' }, choices: ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'md'], fallback: 'pretty' },
      output,
      { flags: '--fail-on <severity>', text: { en: 'lowest severity that makes the exit code 1', 'zh-CN': '从哪一级起以退出码 1 结束' }, choices: ['error', 'warning', 'info'], fallback: 'error' },
      { flags: '--since <ref>', text: { en: 'check everything, report what changed since this commit', 'zh-CN': '检查全部，只报告自该提交以来新出现的问题' } },
      asOf,
      { flags: '--watch', text: { en: 'check again after every change, until Ctrl-C', 'zh-CN': '每次改动后重新检查，按 Ctrl-C 结束' } },
      { flags: '--jobs <n>', text: { en: 'how many threads read the files; by default as many as pay', 'zh-CN': '用几个线程读取文件；默认按文件数和机器决定' } },
      { flags: '--shard <i/n>', text: { en: 'take the facts of one part of the files only; needs --output', 'zh-CN': '只提取其中一份文件的事实；须与 --output 同用' } },
      { flags: '--merge <files...>', text: { en: 'judge from the facts that --shard wrote', 'zh-CN': '用 --shard 写出的事实作出判断' } },
      { flags: '--write-baseline <file>', text: { en: 'write today\'s findings as a baseline; needs --owner and --expires', 'zh-CN': '把现有问题写成存量清单；须有 --owner 和 --expires' } },
      { flags: '--owner <name>', text: { en: 'who answers for the baseline', 'zh-CN': '存量清单由谁负责' } },
      { flags: '--expires <date>', text: { en: 'until when the baseline holds', 'zh-CN': '存量清单的有效期限' } },
    ],
    load: () => import('../validate.ts'),
  },
  {
    name: 'explain',
    summary: { en: 'say what a code, clause or requirement item means', 'zh-CN': '解释问题代码、条款或要求' },
    args: [{ spec: '<what>', text: { en: 'a code (document/duplicate-id), a clause (8.2.2), an item (8.2.2-c) or a practice (DOC-001)', 'zh-CN': '代码（document/duplicate-id）、条款（8.2.2）、要求（8.2.2-c）或实务编号（DOC-001）' } }],
    options: [{ flags: '-f, --format <name>', text: { en: 'text, md, html or json', 'zh-CN': '格式：text、md、html、json' }, choices: ['text', 'md', 'html', 'json'], fallback: 'text' }, output],
    load: () => import('../explain.ts'),
  },
];
