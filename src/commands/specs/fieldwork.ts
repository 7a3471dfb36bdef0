import type { ArgumentSpec, CommandSpec, OptionSpec } from '#model/command.ts';
import { output, paperFormat } from './options.ts';

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
      paperFormat,
      output,
    ],
    load: () => import('../audit/checklist.ts'),
  },
];
