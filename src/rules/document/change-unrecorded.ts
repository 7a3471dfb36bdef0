import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';
import { compareRevisions, isFirstIssue } from '../shared/revision.ts';

/** DOC-015: what changed, by whose request, and approved anew. */
export const changeUnrecorded: ProjectRule = {
  code: 'document/change-unrecorded', severity: 'error', scope: 'project',
  title: { en: 'Change without entry, request or new approval', 'zh-CN': '更改没有记载、申请或重新批准' },
  why: {
    en: 'Those who work by the document must see what is new, and a change that nobody approved is no valid text.',
    'zh-CN': '执行的人要能看出改了什么；没有重新批准的改动不算有效文本。',
  },
  messages: {
    unlisted: { en: 'Revision {revision} has no entry in `changes`. Say what was changed, where and by which request.', 'zh-CN': '版次 {revision} 在 `changes` 中没有记载。请写明改了什么、改在哪里、依据哪份申请单。' },
    bare: { en: 'The entry for {revision} lacks: {fields}. Complete it.', 'zh-CN': '{revision} 的更改记载缺：{fields}。请补全。' },
    unapproved: { en: 'Changed on {on}, but last approved on {approved}. Have revision {revision} approved again.', 'zh-CN': '{on} 作了更改，最近一次批准却是 {approved}。请对 {revision} 重新批准。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/1 # expect document/change-unrecorded
status: effective
owner: office
effective: 2004-07-01
changes:
  - {revision: A/0, on: 2004-01-01, summary: 首次发布}
---
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/1
status: effective
owner: office
approved: {by: head, on: 2004-03-01}
effective: 2004-07-01
changes:
  - {revision: A/0, on: 2004-01-01}
  - {revision: A/1, on: 2004-02-01, summary: 保存期限改为六年} # expect document/change-unrecorded
---
=== c.md
---
type: procedure
id: AB/QP-03
title: 内部审核程序
revision: A/1
status: effective
owner: office
approved: {by: head, on: 2004-03-01}
effective: 2004-07-01
changes:
  - {revision: A/1, on: 2004-06-01, summary: 增加追加审核, request: GG-2004-003} # expect document/change-unrecorded
---
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/1
status: effective
owner: office
approved: {by: head, on: 2004-06-18}
effective: 2004-07-01
change_request: GG-2004-002
changes:
  - {revision: A/0, on: 2004-01-01}
  - {revision: A/1, on: 2004-06-01, summary: 发放时限改为三日}
---
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---
`),
  ],
  *check({ documents }) {
    for (const document of documents) {
      const { type, status, revision, changes = [], change_request, approved } = document.value;
      if (type === 'external' || revision === undefined || status === 'draft' || status === 'obsolete' || status === 'retained') continue;
      const entries = changes.flatMap((change, index) => (change ? [{ change, index }] : []));
      const listedHigher = entries.some(({ change }) => compareRevisions(change.revision, revision) >= 0);
      if (!revision.endsWith('/0') && !listedHigher) yield { at: spot(document, 'revision'), message: 'unlisted', args: { revision } };
      for (const { change, index } of entries) {
        if (isFirstIssue(change.revision)) continue;
        const request = change.request ?? (change.revision === revision ? change_request : undefined);
        const fields = missing([[change.summary, { en: 'what was changed', 'zh-CN': '更改摘要' }], [request, { en: 'change request', 'zh-CN': '更改申请单号' }]]);
        const at = spot(document, 'changes', index, 'revision');
        if (fields.length > 0) yield { at, message: 'bare', args: { revision: change.revision, fields: listed(fields) } };
        if (status !== 'review' && change.revision === revision && change.on !== undefined && approved?.on !== undefined && approved.on < change.on) {
          yield { at: spot(document, 'changes', index, 'on'), message: 'unapproved', args: { on: change.on, approved: approved.on, revision }, related: [spot(document, 'approved', 'on')] };
        }
      }
    }
  },
};
