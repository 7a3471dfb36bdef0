import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { isBlank, stepTables } from '../shared/step-tables.ts';
import { isSubmitted } from '../shared/submitted.ts';

/** A step without a time limit cannot be late. */
export const stepLimitMissing: DocumentRule = {
  code: 'procedure/step-limit-missing', severity: 'info', basis: 'practice', scope: 'document',
  title: { en: 'A step has no time limit', 'zh-CN': '步骤没有规定时限' },
  why: {
    en: 'Whether a step without a limit is late is a matter of opinion; it can be neither measured nor audited.',
    'zh-CN': '没有时限的步骤，快慢全凭感觉，既无法测量也无法审核。',
  },
  messages: {
    found: {
      en: 'Step "{step}" has no time limit. Give a number of days, a date, or "at once".',
      'zh-CN': '步骤“{step}”没有时限。请写明天数、日期或“当场”。',
    },
    column: {
      en: 'The table of steps has no column for time limits. Add one.',
      'zh-CN': '步骤表没有“时限”一栏。请增设该栏。',
    },
  },
  examples: [
    bad(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
| 步骤 | 工作内容 | 责任岗位 | 时限 |
|---|---|---|---|
| 1 登记 | 编号 | 文件管理员 | 当日 |
| 2 发放 | 送达 | 文件管理员 | | <!-- expect procedure/step-limit-missing -->
`),
    bad(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
| 步骤 | 工作内容 | 责任岗位 <!-- expect procedure/step-limit-missing --> |
|---|---|---|
| 1 登记 | 编号 | 文件管理员 |
`),
    good(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
| 步骤 | 工作内容 | 责任岗位 | 时限 |
|---|---|---|---|
| 1 登记 | 编号 | 文件管理员 | 当日 |
`),
  ],
  *check(document, { words }) {
    if (document.value.type !== 'procedure' || !isSubmitted(document)) return;
    const clauses = document.value.clauses ?? [];
    for (const { table, cell } of stepTables(document, words)) {
      const [first] = table.rows;
      if (first && cell(first, 'limit') === undefined) yield { at: bodyPlace(document, 'tables', table), clauses, message: 'column' };
      else for (const row of table.rows) if (isBlank(cell(row, 'limit'))) yield { at: bodyPlace(document, 'rows', row), clauses, message: 'found', args: { step: cell(row, 'step') ?? '' } };
    }
  },
};
