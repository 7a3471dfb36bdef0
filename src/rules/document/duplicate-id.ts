import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

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
  *check({ index }) {
    for (const [id, [first, ...others]] of index.documents) {
      for (const other of others) {
        yield { at: spot(other, 'id'), message: 'found', args: { id, other: first?.path ?? '' }, related: first ? [spot(first, 'id')] : [] };
      }
    }
  },
};
