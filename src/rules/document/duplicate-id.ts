import { inForce, type Document } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { compareRevisions } from '../shared/revision.ts';

/** DOC-004: documents that carry the same number cannot be told apart. */
export const duplicateId: ProjectRule = {
  code: 'document/duplicate-id', severity: 'error', scope: 'project',
  title: { en: 'Two documents carry the same number', 'zh-CN': '文件编号重复' },
  why: {
    en: 'Whoever cites the number cannot know which paper is meant, and a copy list proves nothing.',
    'zh-CN': '引用这个编号的人无从知道指的是哪一份，发放清单也说明不了问题。',
  },
  messages: {
    found: {
      en: 'The number {id} is already carried by {other}. Give one of the two a number of its own.',
      'zh-CN': '编号 {id} 已被 {other} 使用。请给其中一份另编号。',
    },
    revisions: {
      en: '{id} is in force twice: revision {revision} here, {other_revision} in {other}. Withdraw the older one.',
      'zh-CN': '{id} 有两个现行版：这里是 {revision}，{other} 是 {other_revision}。请将旧版作废。',
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
status: draft
owner: office
---
=== procedures/b.md
---
type: procedure
id: AB/QP-01 # expect document/duplicate-id
title: 记录控制程序
revision: A/0
status: draft
owner: office
---
`),
    bad(`
=== procedures/QP-01.md
---
type: procedure
id: AB/QP-01 # expect document/duplicate-id
title: 文件控制程序
revision: A/0
status: effective
owner: office
effective: "2004-01-01"
---
=== procedures/QP-01-new.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/1
status: effective
owner: office
effective: "2004-07-01"
---
`),
    good(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---
=== procedures/b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---
`),
  ],
  *check({ index, today }) {
    for (const [id, [first, ...others]] of index.documents) {
      for (const other of first ? others : []) {
        const pair = [first as Document, other] as const;
        const twice = pair.every((one) => inForce(one, today)) && first?.value.revision !== other.value.revision;
        // Of two revisions the older one is the one too many.
        const [kept, spare] = twice && compareRevisions(other.value.revision ?? '', first?.value.revision ?? '') > 0 ? [other, first as Document] : pair;
        yield {
          at: spot(spare, 'id'), message: twice ? 'revisions' : 'found', related: [spot(kept, 'id')],
          args: { id, other: kept.path, revision: spare.value.revision ?? '', other_revision: kept.value.revision ?? '' },
        };
      }
    }
  },
};
