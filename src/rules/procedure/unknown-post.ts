import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { isBlank, stepTables } from '../shared/step-tables.ts';
import { isSubmitted } from '../shared/submitted.ts';
import { postReader } from '../shared/unnamed-posts.ts';

/** PRC-004: the posts of a procedure are posts of the organization. */
export const unknownPost: DocumentRule = {
  code: 'procedure/unknown-post', severity: 'warning', scope: 'document',
  title: { en: 'A step is given to a post that the organization does not have', 'zh-CN': '步骤的责任岗位不在机构设置中' },
  why: {
    en: 'A post that stands in no organization list has no duties, no competence requirement and no deputy.',
    'zh-CN': '机构设置里没有的岗位，职责、任职能力和代理人都没有着落。',
  },
  messages: {
    found: {
      en: '"{post}" in step "{step}" is no post, unit or body of the organization. Use the name it has there, or enter the post.',
      'zh-CN': '步骤“{step}”的“{post}”不是机构设置中的岗位、部门或议事机构。请改用机构设置中的名称，或增设该岗位。',
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
| 1 登记 | 编号 | 文件管理员、机要员 | 当日 | <!-- expect procedure/unknown-post -->
| 2 审核 | 核对 | 副办公室主任 | 当日 | <!-- expect procedure/unknown-post -->
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
| 1 登记 | 编号 | 文件管理员（二人）和办公室主任 | 当日 |
| 2 审核 | 核对 | 文件管理员报请，办公室主任批准 | 当日 |
`),
  ],
  *check(document, project) {
    if (document.value.type !== 'procedure' || !isSubmitted(document)) return;
    const { registers, words } = project;
    if (registers.posts.length === 0) return;
    const unnamed = postReader(registers);
    for (const { table, cell } of stepTables(document, words)) {
      for (const row of table.rows) {
        const posts = cell(row, 'post');
        if (posts === undefined || isBlank(posts)) continue;
        for (const post of unnamed(posts)) yield { at: bodyPlace(document, 'rows', row), message: 'found', args: { post, step: cell(row, 'step') ?? '' } };
      }
    }
  },
};
