import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '../shared/listed.ts';
import { released } from '../shared/released.ts';

const roles = {
  prepare: { field: 'prepared', name: { en: 'prepared', 'zh-CN': '编制' } },
  review: { field: 'reviewed', name: { en: 'reviewed', 'zh-CN': '审核' } },
  approve: { field: 'approved', name: { en: 'approved', 'zh-CN': '批准' } },
} as const;

/** DOC-001: nobody signed for it. Which roles sign is the workspace's policy; approval is always one of them. */
export const approvalMissing: ProjectRule = {
  code: 'document/approval-missing', severity: 'error', scope: 'project',
  title: { en: 'Document in force without approval', 'zh-CN': '现行文件未经批准' },
  why: {
    en: 'A revision that nobody approved has no authority, and what was decided on its ground can be disputed.',
    'zh-CN': '未经批准的版本没有效力，依据它作出的决定也就站不住脚。',
  },
  messages: {
    found: {
      en: '{id} is approved or in force, but name and day are not complete for: {roles}. Enter who signed and when, or set the status back.',
      'zh-CN': '{id} 的状态是已批准或现行，但以下签署缺姓名或日期：{roles}。请补全签署人和日期，或将状态改回。',
    },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective # expect document/approval-missing
owner: office
prepared: {by: clerk, on: 2004-05-01}
effective: 2004-07-01
---
`),
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
approved: {by: head} # expect document/approval-missing
---
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: {procedure: {roles: [prepare, review, approve]}}
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved # expect document/approval-missing
owner: office
prepared: {by: clerk, on: 2004-05-01}
approved: {by: head, on: 2004-06-01}
---
`),
    good(`
=== a.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: effective
owner: office
approved: {by: head, on: 2004-06-01}
effective: 2004-07-01
---
=== chapter.md
---
type: manual
id: AB/QM-01-04
title: 质量手册第四章
part_of: AB/QM-01
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---
=== draft.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---
`),
  ],
  *check({ documents, config, index }) {
    for (const document of documents) {
      const { value } = document;
      if (value.type === 'external' || !released(value)) continue;
      // A chapter without signatures of its own is approved with its book.
      const book = value.part_of === undefined || value.approved ? undefined : index.documents.get(value.part_of)?.[0];
      if (book?.value.approved) continue;
      const wanted = new Set(['approve', ...(config.approval[value.type]?.roles ?? [])]);
      const open = Object.entries(roles).filter(([role, { field }]) => wanted.has(role) && !(value[field]?.by && value[field]?.on)).map(([, role]) => role);
      const [first] = open;
      if (!first) continue;
      const at = value[first.field] === undefined ? spot(document, 'status') : spot(document, first.field);
      yield { at, message: 'found', args: { id: value.id, roles: listed(open.map(({ name }) => name)) } };
    }
  },
};
