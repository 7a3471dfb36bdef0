import type { CommandSpec, OptionSpec } from '#model/command.ts';

const output: OptionSpec = { flags: '-o, --output <file>', text: { en: 'write to a file instead of the screen', 'zh-CN': '写入文件，不显示在屏幕上' } };

const tableFormat: OptionSpec = { flags: '-f, --format <name>', text: { en: 'table, md, csv, json, html or xlsx (needs --output)', 'zh-CN': '格式：table、md、csv、json、html、xlsx（须与 --output 同用）' }, choices: ['table', 'md', 'csv', 'json', 'html', 'xlsx'], fallback: 'table' };
const asOf: OptionSpec = { flags: '--as-of <day|ref>', text: { en: 'what was in force on this day (YYYY-MM-DD) or at this commit, read from git; without history: the present files, judged as of this day', 'zh-CN': '这一天（YYYY-MM-DD）或这次提交时现行的内容，从 git 读取；没有历史时，以现有文件按这一天判断' } };
const dryRun: OptionSpec = { flags: '--dry-run', text: { en: 'show what would be written, write nothing', 'zh-CN': '只显示将写入的内容，不写入' } };

const documentId = { spec: '<id>', text: { en: 'number of the document', 'zh-CN': '文件编号' } };
const as: OptionSpec = { flags: '--as <person>', text: { en: 'who signs', 'zh-CN': '由谁签署' } };

/** Every command with its help, in the order of `qms --help`. */
export const commands: readonly CommandSpec[] = [
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
      { flags: '--shard <i/n>', text: { en: 'take the facts of one part of the files only; needs --output', 'zh-CN': '只提取其中一份文件的事实；须与 --output 同用' } },
      { flags: '--merge <files...>', text: { en: 'judge from the facts that --shard wrote', 'zh-CN': '用 --shard 写出的事实作出判断' } },
      { flags: '--write-baseline <file>', text: { en: 'write today\'s findings as a baseline; needs --owner and --expires', 'zh-CN': '把现有问题写成存量清单；须有 --owner 和 --expires' } },
      { flags: '--owner <name>', text: { en: 'who answers for the baseline', 'zh-CN': '存量清单由谁负责' } },
      { flags: '--expires <date>', text: { en: 'until when the baseline holds', 'zh-CN': '存量清单的有效期限' } },
    ],
    load: () => import('./validate.ts'),
  },
  {
    name: 'explain',
    summary: { en: 'say what a code, clause or requirement item means', 'zh-CN': '解释问题代码、条款或要求' },
    args: [{ spec: '<what>', text: { en: 'a code (document/owner), a clause (8.2.2), an item (8.2.2-c) or a practice (DOC-001)', 'zh-CN': '代码（document/owner）、条款（8.2.2）、要求（8.2.2-c）或实务编号（DOC-001）' } }],
    options: [{ flags: '-f, --format <name>', text: { en: 'text or json', 'zh-CN': '格式：text 或 json' }, choices: ['text', 'json'], fallback: 'text' }, output],
    load: () => import('./explain.ts'),
  },
  {
    name: 'exclusions',
    summary: { en: 'list what is excluded and why', 'zh-CN': '列出删减的条款及理由' },
    options: [tableFormat, output, asOf],
    load: () => import('./exclusions.ts'),
  },
  {
    name: 'matrix',
    summary: { en: 'show where each clause or item is met', 'zh-CN': '显示各条款、各项要求在哪里落实' },
    options: [
      { flags: '--by <what>', text: { en: 'columns: functional blocks or units', 'zh-CN': '列：职能板块或部门' }, choices: ['block', 'unit'], fallback: 'block' },
      { flags: '--level <what>', text: { en: 'rows: clauses or requirement items', 'zh-CN': '行：条款或逐项要求' }, choices: ['clause', 'item'], fallback: 'clause' },
      tableFormat, output, asOf,
    ],
    load: () => import('./matrix.ts'),
  },
  {
    name: 'register',
    summary: { en: 'print a controlled list', 'zh-CN': '输出受控清单' },
    args: [{ spec: '[name]', text: { en: 'documents, forms, records, external, distribution or auditors', 'zh-CN': 'documents 受控文件、forms 表单、records 质量记录、external 外来文件、distribution 发放回收、auditors 内审员' } }],
    options: [
      { flags: '--block <id>', text: { en: 'only this functional block', 'zh-CN': '只列该职能板块' } },
      { flags: '--status <status>', text: { en: 'only this status', 'zh-CN': '只列该状态' }, choices: ['draft', 'review', 'approved', 'effective', 'obsolete', 'retained'] },
      { flags: '--type <type>', text: { en: 'only this document type', 'zh-CN': '只列该文件类型' } },
      { flags: '--unit <id>', text: { en: 'only this unit', 'zh-CN': '只列该部门' } },
      tableFormat, output, asOf,
    ],
    load: () => import('./register.ts'),
  },
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
    load: () => import('./init.ts'),
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
    load: () => import('./new.ts'),
  },
  {
    name: 'revise',
    summary: { en: 'open a document for its next revision', 'zh-CN': '修订文件：转为下一版草稿' },
    args: [documentId],
    options: [
      { flags: '--section <section>', text: { en: 'what section changes', 'zh-CN': '修改的章节' } },
      { flags: '--summary <text>', text: { en: 'what changes and why', 'zh-CN': '修改内容和原因' } },
      { flags: '--request <id>', text: { en: 'number of the change request', 'zh-CN': '更改申请单号' } },
      { flags: '--by <person>', text: { en: 'who makes the change', 'zh-CN': '修改人' } },
      { flags: '--large', text: { en: 'a large change: new edition (B/0) instead of a modification (A/1)', 'zh-CN': '较大修改：换版（B/0），而不是修订（A/1）' } },
      dryRun,
    ],
    load: () => import('./revise.ts'),
  },
  {
    name: 'submit',
    summary: { en: 'put a document up for approval', 'zh-CN': '文件送审' },
    args: [documentId],
    options: [{ flags: '--effective <date>', text: { en: 'from which day it is to hold', 'zh-CN': '自哪天起施行' } }, dryRun],
    load: () => import('./submit.ts'),
  },
  {
    name: 'approve',
    summary: { en: 'sign a document: prepare, review or approve', 'zh-CN': '签署文件：编制、审核或批准' },
    args: [documentId],
    options: [
      as,
      { flags: '--role <role>', text: { en: 'in which role', 'zh-CN': '以什么身份' }, choices: ['prepare', 'review', 'approve', 'withdraw'], fallback: 'approve' },
      { flags: '--sign <key>', text: { en: 'sign with this SSH key (level 2)', 'zh-CN': '用这把 SSH 密钥签名（2 级）' } }, dryRun],
    load: () => import('./approve.ts'),
  },
  {
    name: 'confirm',
    summary: { en: 'record that a document was reviewed and stays unchanged', 'zh-CN': '复审确认：继续有效，内容不变' },
    args: [documentId],
    options: [as, dryRun],
    load: () => import('./confirm.ts'),
  },
  {
    name: 'withdraw',
    summary: { en: 'take a document out of use and list the copies to recall', 'zh-CN': '文件作废，列出须收回的文本' },
    args: [documentId],
    options: [{ flags: '--retain', text: { en: 'keep it for knowledge, marked as obsolete', 'zh-CN': '作废保留，仅供参考' } }, dryRun],
    load: () => import('./withdraw.ts'),
  },
  {
    name: 'history',
    summary: { en: 'the life of a document', 'zh-CN': '文件的经历' },
    args: [documentId],
    options: [tableFormat, output],
    load: () => import('./history.ts'),
  },
  {
    name: 'diff',
    summary: { en: 'compare two revisions of a document, by section and sentence', 'zh-CN': '按章节、逐句比较文件的两个版本' },
    args: [documentId, { spec: '[revisions]', text: { en: 'A/0..A/1, or A/0 against the working text (default: the last approved revision against the working text)', 'zh-CN': 'A/0..A/1；只写 A/0 则与工作区现稿比较（默认：最近批准的版本与现稿比较）' } }],
    options: [{ flags: '-f, --format <name>', text: { en: 'text, html, md or json', 'zh-CN': '格式：text、html、md、json' }, choices: ['text', 'html', 'md', 'json'], fallback: 'text' }, output],
    load: () => import('./diff.ts'),
  },
  {
    name: 'impact',
    summary: { en: 'what changes since a commit touch: clauses, forms, documents, copies, people, audits, approvals', 'zh-CN': '自某次提交以来的改动牵涉到什么：条款、表单、文件、副本、人员、审核、签署' },
    options: [
      { flags: '--since <ref>', text: { en: 'the commit to compare with', 'zh-CN': '与哪次提交比较' }, fallback: 'HEAD' },
      { flags: '-f, --format <name>', text: { en: 'text, md (fit for a pull-request comment) or json', 'zh-CN': '格式：text、md（可贴入合并请求评论）、json' }, choices: ['text', 'md', 'json'], fallback: 'text' }, output,
    ],
    load: () => import('./impact.ts'),
  },
];
