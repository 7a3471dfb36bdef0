import { bodyPlace } from '#model/body-places.ts';
import { spot } from '#model/place.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { isBlank, stepTables } from '../shared/step-tables.ts';
import { titleFinder } from '../shared/title-finder.ts';
import { isSubmitted } from '../shared/submitted.ts';

/** PRC-002: a procedure says who answers for it and who does each step. */
export const responsibilityMissing: DocumentRule = {
  code: 'procedure/responsibility-missing', severity: 'error', scope: 'document',
  title: { en: 'A procedure does not say who does what', 'zh-CN': '程序没有规定职责或步骤没有责任岗位' },
  why: {
    en: 'A step that is nobody\'s job is done by nobody, and nobody can be held to it.',
    'zh-CN': '没有责任岗位的步骤等于没有人做，出了问题也找不到责任人。',
  },
  messages: {
    section: {
      en: 'The procedure has no section "Responsibilities", or an empty one. Say which posts answer for what.',
      'zh-CN': '程序没有“职责”一节，或该节为空。请写明各岗位的职责和权限。',
    },
    steps: {
      en: 'The procedure has no table of steps. List the steps with work, post, time limit and record.',
      'zh-CN': '程序没有步骤表。请按“步骤、工作内容、责任岗位、时限、记录”列出各步骤。',
    },
    column: {
      en: 'The table of steps has no column for the post. Add the column and name a post for each step.',
      'zh-CN': '步骤表没有“责任岗位”一栏。请增设该栏，为每一步指定岗位。',
    },
    step: {
      en: 'Step "{step}" names no post. Name the post of the organization that does it.',
      'zh-CN': '步骤“{step}”没有责任岗位。请填写机构中设置的岗位。',
    },
  },
  examples: [
    bad(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01 # expect procedure/responsibility-missing
title: 文件控制程序
revision: A/0
status: review
owner: office
---
# 文件控制程序

## 4 工作程序

| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |
|---|---|---|---|---|
| 1 登记 | 编号 | 文件管理员 | 当日 | — |
| 2 发放 | 送到使用岗位 | — | 3个工作日 | — | <!-- expect procedure/responsibility-missing -->
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
# 文件控制程序

## 3 职责

文件管理员负责登记、发放。

## 4 工作程序 <!-- expect procedure/responsibility-missing -->

按惯例办理。
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
## 3 职责

文件管理员负责登记、发放。

## 4 工作程序

| 步骤 | 工作内容 | 时限 <!-- expect procedure/responsibility-missing --> |
|---|---|---|
| 1 登记 | 编号 | 当日 |
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
## 3 职责

文件管理员负责登记、发放。

## 4 工作程序

| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |
|---|---|---|---|---|
| 1 登记 | 编号 | 文件管理员 | 当日 | — |
`),
  ],
  *check(document, { words }) {
    const titles = (id: string): readonly string[] => words.sections['procedure']?.find((section) => section.id === id)?.titles ?? [];
    if (document.value.type !== 'procedure' || !isSubmitted(document)) return;
    const { sections, lengths } = document.body;
    const find = titleFinder(sections.map(({ depth, title }) => (depth > 1 ? title : '')));
    if (!lengths.sections[find(titles('responsibilities'))]) yield { at: spot(document, 'id'), message: 'section' };
    const tables = stepTables(document, words);
    const procedure = sections[find(titles('procedure'))];
    if (tables.length === 0) yield { at: procedure ? bodyPlace(document, 'sections', procedure) : spot(document, 'id'), message: 'steps' };
    for (const { table, cell } of tables) {
      const [first] = table.rows;
      if (first && cell(first, 'post') === undefined) yield { at: bodyPlace(document, 'tables', table), message: 'column' };
      else for (const row of table.rows) if (isBlank(cell(row, 'post'))) yield { at: bodyPlace(document, 'rows', row), message: 'step', args: { step: cell(row, 'step') ?? '' } };
    }
  },
};
