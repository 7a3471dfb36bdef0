import { isObsolete } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { citations, formOf, grouped } from '../shared/citations.ts';

/** DOC-010: a number that leads to two papers. The doubled number itself is document/duplicate-id. */
export const ambiguous: ProjectRule = {
  code: 'reference/ambiguous', severity: 'warning', scope: 'project',
  title: { en: 'Reference to a number that two documents carry', 'zh-CN': '引用的编号对应两份文件' },
  why: {
    en: 'The reader takes the wrong one of the two half of the time.',
    'zh-CN': '使用者有一半的机会拿错。',
  },
  messages: {
    found: { en: '{id} is carried by {count} documents: nobody can tell which is meant. Give each its own number, then correct this reference.', 'zh-CN': '有 {count} 份文件编号都是 {id}，看不出指的是哪一份。请先分别编号，再改正这里的引用。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---
=== b.md
---
type: procedure
id: AB/QP-01
title: 外来文件管理程序
revision: A/0
status: draft
owner: office
---
=== c.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
references: [AB/QP-01] # expect reference/ambiguous
---
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---
=== c.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
references: [AB/QP-01]
---
`),
  ],
  *check(project) {
    const bearers = (id: string): readonly { path: string; value: { id: string } }[] => project.index.documents.get(id) ?? [];
    const doubtful = citations(project).filter(({ id, by }) => bearers(formOf(id)).length > 1 && !(by && (isObsolete(by) || by.value.id === formOf(id))));
    for (const { first, others } of grouped(doubtful)) {
      const documents = project.index.documents.get(formOf(first.id)) ?? [];
      yield { at: first.at, message: 'found', args: { id: first.id, count: documents.length }, related: [...documents.map((document) => spot(document, 'id')), ...others] };
    }
  },
};
