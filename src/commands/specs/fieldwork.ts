import type { ArgumentSpec, CommandSpec, OptionSpec } from '#model/command.ts';
import { dryRun, output, paperFormat } from './options.ts';

const auditId: ArgumentSpec = { spec: '<id>', text: { en: 'number of the audit', 'zh-CN': '审核编号' } };
const unit: OptionSpec = { flags: '--unit <id>', text: { en: 'the unit audited', 'zh-CN': '受审核部门' } };
const process: OptionSpec = { flags: '--process <id>', text: { en: 'the process audited: follows a case from step to step', 'zh-CN': '受审核过程：按件逐步跟踪' } };

/** An audit on site: the checklist goes out, comes back, and becomes a report. */
export const fieldwork: readonly CommandSpec[] = [
  {
    name: 'audit checklist',
    summary: { en: 'the checklist of a unit or process: questions, documents and forms to see, samples', 'zh-CN': '内审检查表：检查内容、应见的文件和表单、抽样' },
    args: [auditId],
    options: [
      unit, process,
      { flags: '--clause <number...>', text: { en: 'only these clauses', 'zh-CN': '只列这些条款' } },
      { flags: '--seed <number>', text: { en: 'seed of the random samples; the same seed draws the same', 'zh-CN': '随机抽样的种子；种子相同，样本相同' } },
      {
        flags: '-f, --format <name>', choices: ['text', 'md', 'json', 'xlsx', 'html', 'pdf'], fallback: 'text',
        text: { en: 'to print: text, md or pdf; to fill in on site and bring back with `audit record`: xlsx, or html (a page that works without network); for programs: json', 'zh-CN': '打印用 text、md、pdf；现场填写、用 `audit record` 收回用 xlsx 或 html（不联网也能用的网页）；程序用 json' },
      },
      output,
    ],
    load: () => import('../audit/checklist.ts'),
  },
  {
    name: 'audit record',
    summary: { en: 'take in a filled checklist: merges it, opens a report for each nonconformity', 'zh-CN': '导入填好的检查表：合并记录，并为每项不符合开出报告' },
    args: [auditId, { spec: '<file>', text: { en: 'workbook (xlsx), what the html form saved (json), or YAML', 'zh-CN': '工作簿（xlsx）、网页表单保存的文件（json）或 YAML' } }],
    options: [
      { flags: '--take <side>', text: { en: 'where file and record differ: theirs (the file) or ours (what is recorded)', 'zh-CN': '来件与已记录的不一致时以哪边为准：theirs 来件，ours 已记录' }, choices: ['theirs', 'ours'] },
      { flags: '--major <row...>', text: { en: 'rows whose nonconformity is major (otherwise minor)', 'zh-CN': '定为严重不符合的行（其余为一般不符合）' } },
      dryRun,
    ],
    load: () => import('../audit/record.ts'),
  },
  {
    name: 'audit report',
    summary: { en: 'the report on an audit: findings by clause and unit, conclusion, follow-up; or its draft from the records', 'zh-CN': '内审报告：不符合项分布、结论、以往不符合的跟踪；或由记录生成报告草稿' },
    args: [auditId],
    options: [
      { flags: '--propose', text: { en: 'write a draft beside the plan, from checklists and nonconformities', 'zh-CN': '由检查表和不符合报告写出报告草稿，放在审核计划旁边' } },
      { flags: '--conformity <text>', text: { en: 'with --propose: does the system conform?', 'zh-CN': '与 --propose 同用：符合性结论' } },
      { flags: '--implementation <text>', text: { en: 'with --propose: is it carried out?', 'zh-CN': '与 --propose 同用：实施情况结论' } },
      { flags: '--effectiveness <text>', text: { en: 'with --propose: does it work?', 'zh-CN': '与 --propose 同用：有效性结论' } },
      { flags: '--strength <text...>', text: { en: 'with --propose: strong points', 'zh-CN': '与 --propose 同用：优点' } },
      { flags: '--weakness <text...>', text: { en: 'with --propose: weak points', 'zh-CN': '与 --propose 同用：薄弱环节' } },
      { flags: '--recommend <text...>', text: { en: 'with --propose: recommendations', 'zh-CN': '与 --propose 同用：建议' } },
      { flags: '--follow-up <text>', text: { en: 'with --propose: what became of earlier nonconformities (default: counted from their reports)', 'zh-CN': '与 --propose 同用：以往不符合的跟踪情况（默认由报告汇总）' } },
      paperFormat, output, dryRun,
    ],
    load: () => import('../audit/report.ts'),
  },
];
