import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** A chapter of the manual belongs to a manual that exists. */
export const partMissing: ProjectRule = {
  code: 'manual/part-missing', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'A chapter of the manual belongs to no manual', 'zh-CN': '手册章节没有所属的手册' },
  why: {
    en: 'A chapter that belongs to no book is neither printed nor handed out with it.',
    'zh-CN': '没有归属的章节，既不会随手册打印，也不会随手册发放。',
  },
  messages: {
    found: {
      en: '`part_of` names {id}, which is no document of type manual. Name the manual this chapter belongs to.',
      'zh-CN': '`part_of` 所写的 {id} 不是类型为 manual 的文件。请写明本章节所属的手册。',
    },
    chain: {
      en: '`part_of` names {id}, which is itself a chapter. Name the manual itself.',
      'zh-CN': '`part_of` 所写的 {id} 本身也是章节。请写明手册本身的编号。',
    },
  },
  examples: [
    bad(`
=== manual/4.md
---
type: manual
id: AB/QM-01-04
title: 第四章
revision: A/0
status: draft
owner: office
part_of: AB/QM-01 # expect manual/part-missing
---
`),
    bad(`
=== manual/4.md
---
type: manual
id: AB/QM-01-04
title: 第四章
revision: A/0
status: draft
owner: office
part_of: AB/QM-01-04 # expect manual/part-missing
---
`),
    good(`
=== manual/0.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: draft
owner: office
---
=== manual/4.md
---
type: manual
id: AB/QM-01-04
title: 第四章
revision: A/0
status: draft
owner: office
part_of: AB/QM-01
---
`),
  ],
  *check({ documents, index }) {
    for (const chapter of documents) {
      const { type, part_of: id } = chapter.value;
      if (type !== 'manual' || id === undefined) continue;
      const books = (index.documents.get(id) ?? []).filter(({ value }) => value.type === 'manual');
      if (books.length === 0) yield { at: spot(chapter, 'part_of'), message: 'found', args: { id } };
      else if (books.every(({ value }) => value.part_of !== undefined)) yield { at: spot(chapter, 'part_of'), message: 'chain', args: { id } };
    }
  },
};
