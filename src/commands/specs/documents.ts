import type { CommandSpec } from '#model/command.ts';
import { as, documentId, dryRun, output, tableFormat, sign } from './options.ts';

/** The life of a document. */
export const documents: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: { en: 'start a workspace', 'zh-CN': '新建工作区' },
    args: [{ spec: '[dir]', text: { en: 'folder to start it in (default: here)', 'zh-CN': '在哪个文件夹里新建（默认当前文件夹）' } }],
    options: [
      { flags: '--organization <name>', text: { en: 'name of the organization', 'zh-CN': '单位名称' } },
      { flags: '--prefix <letters>', text: { en: 'capital letters that begin every document number', 'zh-CN': '文件编号的字母前缀（大写）' }, fallback: 'QMS' },
      { flags: '--example', text: { en: 'a small filled manual instead of an empty one (with --lang en)', 'zh-CN': '写入一套填好的小型示例手册（英文，须加 --lang en）' } },
      dryRun,
    ],
    load: () => import('../init.ts'),
  },
  {
    name: 'new',
    summary: { en: 'start a document or register with the next free number', 'zh-CN': '新建文件或登记表，自动取下一个编号' },
    args: [{ spec: '<kind>', text: { en: 'procedure, form, work-instruction, nonconformity, suppliers …', 'zh-CN': '种类：procedure、form、work-instruction、nonconformity、suppliers 等' } }],
    options: [
      { flags: '--title <title>', text: { en: 'title of the document', 'zh-CN': '文件名称' } },
      { flags: '--owner <unit>', text: { en: 'unit that answers for it', 'zh-CN': '主管部门' } },
      { flags: '--block <id>', text: { en: 'functional block', 'zh-CN': '职能板块' } },
      { flags: '--clause <number...>', text: { en: 'clauses it serves', 'zh-CN': '对应条款' } },
      { flags: '--procedure <id>', text: { en: 'parent document of a form', 'zh-CN': '表单所属文件' } },
      { flags: '--path <file>', text: { en: 'where to put it (from the workspace)', 'zh-CN': '放在哪里（相对工作区）' } },
      dryRun,
    ],
    load: () => import('../new.ts'),
  },
  {
    name: 'revise',
    summary: { en: 'open a document for its next revision', 'zh-CN': '修订文件：转为下一版草稿' },
    args: [documentId],
    options: [
      { flags: '--section <section>', text: { en: 'which sections change (default: those that were edited already)', 'zh-CN': '修改的章节（默认：已改动的章节）' } },
      { flags: '--summary <text>', text: { en: 'what changes', 'zh-CN': '修改内容' } },
      { flags: '--reason <text>', text: { en: 'why it changes', 'zh-CN': '修改原因' } },
      { flags: '--request <id>', text: { en: 'number of the change request', 'zh-CN': '更改申请单号' } },
      { flags: '--by <person>', text: { en: 'who makes the change', 'zh-CN': '修改人' } },
      { flags: '--large', text: { en: 'a new edition (B/0), whatever is proposed by the size of the change', 'zh-CN': '换版（B/0），不按改动大小的建议' } },
      { flags: '--small', text: { en: 'a modification (A/1), whatever is proposed by the size of the change', 'zh-CN': '修订（A/1），不按改动大小的建议' } },
      dryRun,
    ],
    load: () => import('../revise.ts'),
  },
  {
    name: 'submit',
    summary: { en: 'put a document up for approval', 'zh-CN': '文件送审' },
    args: [documentId],
    options: [{ flags: '--effective <date>', text: { en: 'from which day it is to hold', 'zh-CN': '自哪天起施行' } }, dryRun],
    load: () => import('../submit.ts'),
  },
  {
    name: 'approve',
    summary: { en: 'sign a document: prepare, review or approve', 'zh-CN': '签署文件：编制、审核或批准' },
    args: [documentId],
    options: [
      as,
      { flags: '--role <role>', text: { en: 'in which role (in a script: approve)', 'zh-CN': '以什么身份（脚本中默认 approve）' }, choices: ['prepare', 'review', 'approve', 'withdraw'] },
      sign, dryRun],
    load: () => import('../approve.ts'),
  },
  {
    name: 'confirm',
    summary: { en: 'record that a document was reviewed and stays unchanged', 'zh-CN': '复审确认：继续有效，内容不变' },
    args: [documentId],
    options: [as, sign, dryRun],
    load: () => import('../confirm.ts'),
  },
  {
    name: 'withdraw',
    summary: { en: 'take a document out of use and list the copies to recall', 'zh-CN': '文件作废，列出须收回的文本' },
    args: [documentId],
    options: [{ flags: '--reason <text>', text: { en: 'why it is withdrawn', 'zh-CN': '作废原因' } }, { flags: '--retain', text: { en: 'keep it for knowledge, marked as obsolete', 'zh-CN': '作废保留，仅供参考' } }, dryRun],
    load: () => import('../withdraw.ts'),
  },
  {
    name: 'history',
    summary: { en: 'the life of a document', 'zh-CN': '文件的经历' },
    args: [documentId],
    options: [tableFormat, output],
    load: () => import('../history.ts'),
  },
  {
    name: 'diff',
    summary: { en: 'compare two revisions of a document, by section and sentence', 'zh-CN': '按章节、逐句比较文件的两个版本' },
    args: [documentId, { spec: '[revisions]', text: { en: 'A/0..A/1, or A/0 against the working text (default: the last approved revision against the working text)', 'zh-CN': 'A/0..A/1；只写 A/0 则与工作区现稿比较（默认：最近批准的版本与现稿比较）' } }],
    options: [{ flags: '-f, --format <name>', text: { en: 'text, html, md, json or pdf (a redline, needs --output)', 'zh-CN': '格式：text、html、md、json、pdf（修改对照稿，须与 --output 同用）' }, choices: ['text', 'html', 'md', 'json', 'pdf'], fallback: 'text' }, output],
    load: () => import('../diff.ts'),
  },
  {
    name: 'impact',
    summary: { en: 'what changes since a commit touch: clauses, forms, documents, copies, people, audits, approvals', 'zh-CN': '自某次提交以来的改动牵涉到什么：条款、表单、文件、副本、人员、审核、签署' },
    options: [
      { flags: '--since <ref>', text: { en: 'the commit to compare with', 'zh-CN': '与哪次提交比较' }, fallback: 'HEAD' },
      { flags: '-f, --format <name>', text: { en: 'text, md (fit for a pull-request comment) or json', 'zh-CN': '格式：text、md（可贴入合并请求评论）、json' }, choices: ['text', 'md', 'json'], fallback: 'text' }, output,
    ],
    load: () => import('../impact.ts'),
  },
];
