import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type FileRule } from '#model/rule.ts';

/** One title, and no level left out: numbers, contents and anchors follow from the levels. */
export const headingOrder: FileRule = {
  code: 'document/heading-order', severity: 'warning', basis: 'practice', scope: 'file',
  title: { en: 'Headings out of order', 'zh-CN': '标题层次混乱' },
  why: {
    en: 'Contents, section numbers and references follow from the levels of headings; a section that hangs in the air cannot be cited.',
    'zh-CN': '目录、章节号和引用都由标题层次产生；悬空的章节无法引用。',
  },
  messages: {
    jump: { en: 'A level-{depth} heading follows level {before}. Do not leave out a level.', 'zh-CN': '第 {before} 级标题下直接出现第 {depth} 级标题。请不要跳级。' },
    second: { en: 'A second level-1 heading. A document has one title; make it a level-2 heading.', 'zh-CN': '出现第二个一级标题。一份文件只有一个题名，请改为二级标题。' },
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

# 文件控制程序

### 1.1 目的 <!-- expect document/heading-order -->

# 附录 <!-- expect document/heading-order -->
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

# 文件控制程序

## 4 工作程序

### 4.1 审批

## 5 相关文件
`),
  ],
  *check({ facts }) {
    const sections = facts.body?.sections ?? [];
    const title = sections.find(({ depth }) => depth === 1);
    for (const [index, section] of sections.entries()) {
      const before = sections[index - 1];
      if (section.depth === 1 && section !== title) yield { at: bodyPlace(facts, 'sections', section), message: 'second', related: title ? [bodyPlace(facts, 'sections', title)] : [] };
      else if (before && section.depth > before.depth + 1) yield { at: bodyPlace(facts, 'sections', section), message: 'jump', args: { depth: section.depth, before: before.depth } };
    }
  },
};
