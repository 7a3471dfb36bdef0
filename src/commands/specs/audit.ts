import type { ArgumentSpec, CommandSpec } from '#model/command.ts';
import { output, paperFormat } from './options.ts';

const year: ArgumentSpec = { spec: '<year>', text: { en: 'year of the programme', 'zh-CN': '方案年度' } };

/** Internal audits, from the year's programme to the report. */
export const audit: readonly CommandSpec[] = [
  {
    name: 'audit programme',
    summary: { en: 'the year’s audits by month, their weights, and the proof that every clause, block and unit is covered', 'zh-CN': '年度内审方案：月份安排、权重，以及条款、板块、部门全部覆盖的证明' },
    args: [year],
    options: [
      { flags: '--by <what>', text: { en: 'rows of the month table: units or processes', 'zh-CN': '月份表的行：部门或过程' }, choices: ['unit', 'process'], fallback: 'unit' },
      paperFormat, output,
    ],
    load: () => import('../audit/programme.ts'),
  },
];
