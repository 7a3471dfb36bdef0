import type { CommandSpec } from '#model/command.ts';
import { asOf, output, paperFormat, tableFormat } from './options.ts';

/** What is printed as a table. */
export const lists: readonly CommandSpec[] = [
  {
    name: 'evidence',
    summary: { en: 'what a certification audit expects for each clause and block, and what there is', 'zh-CN': '列出认证审核对各条款、各板块的应备材料和现有材料' },
    args: [{ spec: '[number]', text: { en: 'a clause or block: all its evidence on one paper', 'zh-CN': '条款号或板块：其全部证据汇成一份' } }],
    options: [{ flags: '--gaps', text: { en: 'only what is absent or in part', 'zh-CN': '只列缺少和不全的' } }, paperFormat, output, asOf],
    load: () => import('../evidence.ts'),
  },
  {
    name: 'exclusions',
    summary: { en: 'list what is excluded and why', 'zh-CN': '列出删减的条款及理由' },
    options: [tableFormat, output, asOf],
    load: () => import('../exclusions.ts'),
  },
  {
    name: 'matrix',
    summary: { en: 'show where each clause or item is met', 'zh-CN': '显示各条款、各项要求在哪里落实' },
    options: [
      { flags: '--by <what>', text: { en: 'columns: functional blocks or units', 'zh-CN': '列：职能板块或部门' }, choices: ['block', 'unit'], fallback: 'block' },
      { flags: '--level <what>', text: { en: 'rows: clauses or requirement items', 'zh-CN': '行：条款或逐项要求' }, choices: ['clause', 'item'], fallback: 'clause' },
      tableFormat, output, asOf,
    ],
    load: () => import('../matrix.ts'),
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
    load: () => import('../register.ts'),
  },
];
