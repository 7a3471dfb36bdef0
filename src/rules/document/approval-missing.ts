import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { released } from '../shared/released.ts';

/** DOC-001: nobody signed for it. Types with a policy in qms.yaml are asked for in the ledger instead: approval/missing. */
export const approvalMissing: ProjectRule = {
  code: 'document/approval-missing', severity: 'error', scope: 'project',
  title: { en: 'Document in force without approval', 'zh-CN': '现行文件未经批准' },
  why: {
    en: 'A revision that nobody approved has no authority, and what was decided on its ground can be disputed.',
    'zh-CN': '未经批准的版本没有效力，依据它作出的决定也就站不住脚。',
  },
  messages: {
    found: {
      en: '{id} is approved or in force, but it does not say who approved it and when. Enter both under `approved`, or set the status back.',
      'zh-CN': '{id} 的状态是已批准或现行，但没有写明批准人和批准日期。请在 `approved` 中补全，或将状态改回。',
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
  *check({ documents, config, index, approvals }) {
    for (const document of documents) {
      const { value } = document;
      if (value.type === 'external' || !released(value)) continue;
      // Where there is a ledger, it is the ledger that is asked: approval/missing.
      if (config.approval[value.type] || approvals.some((record) => record.value.document === value.id)) continue;
      // A chapter without signatures of its own is approved with its book.
      const book = value.part_of === undefined || value.approved ? undefined : index.documents.get(value.part_of)?.[0];
      if (book?.value.approved) continue;
      if (value.approved?.by && value.approved.on) continue;
      yield { at: spot(document, value.approved === undefined ? 'status' : 'approved'), message: 'found', args: { id: value.id } };
    }
  },
};
