import type { CommandSpec } from '#model/command.ts';
import { browser, browserUrl, dryRun, output } from './options.ts';

/** Documents on paper and screen. */
export const render: readonly CommandSpec[] = [
  {
    name: 'render',
    summary: { en: 'print documents as controlled pages', 'zh-CN': '把文件打印成受控页面' },
    args: [{ spec: '[ids...]', text: { en: 'numbers of the documents', 'zh-CN': '文件编号' } }],
    options: [
      { flags: '--all', text: { en: 'every document and form; with --format html as a site with search, lists and matrices', 'zh-CN': '全部文件和表单；与 --format html 同用时生成带搜索、清单和矩阵的阅读网站' } },
      { flags: '--book <id>', text: { en: 'a document with its parts as one book; "manual" is the quality manual', 'zh-CN': '把文件和它的各章合成一册；manual 指质量手册' } },
      { flags: '-f, --format <name>', text: { en: 'pdf or html', 'zh-CN': '格式：pdf 或 html' }, choices: ['pdf', 'html'], fallback: 'pdf' },
      { ...output, text: { en: 'a folder, or a file for a single document', 'zh-CN': '写入的文件夹；单个文件可写文件名' } },
      { flags: '--copy <number>', text: { en: 'as controlled copy of this number; its holder comes from the distribution register', 'zh-CN': '打印这个分发号的受控本，持有部门取自发放登记' } },
      { flags: '--copies', text: { en: 'all controlled copies at once', 'zh-CN': '一次打印全部受控本' } },
      { flags: '--auditor', text: { en: 'auditor edition: requirements in the margin, clause index at the end', 'zh-CN': '审核员版：页边标出对应要求，末尾附条款索引' } },
      { flags: '--shard <i/n>', text: { en: 'print only one part of what was asked for: part i of n, on as many machines', 'zh-CN': '只打印其中一份：n 份中的第 i 份，供多台机器分担' } },
      browser, browserUrl,
      dryRun,
    ],
    load: () => import('../render.ts'),
  },
];
