import { bodyPlace } from '#model/body-places.ts';
import type { BodyFacts, Section } from '#model/facts.ts';
import { spot } from '#model/place.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { released } from '../shared/released.ts';

/** A document or a section with a heading and nothing below it. */
export const stub: DocumentRule = {
  code: 'document/stub', severity: 'warning', basis: 'practice', scope: 'document',
  title: { en: 'Document or section without content', 'zh-CN': '文件或章节没有内容' },
  why: {
    en: 'An approved heading without text promises a rule that does not exist.',
    'zh-CN': '批准了标题却没有内容，等于许诺了一条并不存在的规定。',
  },
  messages: {
    document: { en: '{id} is approved with {length} characters of text; at least {least} are expected. Write it, or withdraw it.', 'zh-CN': '{id} 已批准，正文只有 {length} 个字，少于 {least} 个。请补写，或者撤回。' },
    section: { en: 'The section "{title}" has no text. Write it, or take the heading out.', 'zh-CN': '“{title}”一节没有内容。请补写，或删去标题。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01 # expect document/stub
title: 文件控制程序
revision: A/0
status: approved
owner: office
---

# 文件控制程序

按规定办理。
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
thresholds: {stub_min_chars: 10}
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
---

# 文件控制程序

## 1 目的

规定文件从起草到作废的管理办法，使各岗位用的都是有效版本。

## 2 范围 <!-- expect document/stub -->

### 2.1 适用部门

## 3 附录

无。
`),
    good(`
=== a.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: approved
owner: office
---

# 质量手册

## 0 删减

::exclusions
=== b.md
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
  *check(document, { config }) {
    const least = config.thresholds.stub_min_chars;
    const { id, type, fields } = document.value;
    const { body } = document;
    if (type === 'external' || !released(document.value)) return;
    const length = body.lengths.whole - body.sections.reduce((sum, section) => sum + headingSize(section), 0);
    // A form is its fields and tables; live content is filled in when the document is printed.
    const isLaidOut = body.directives.length > 0 || (type === 'form' && ((fields?.length ?? 0) > 0 || body.tables.length > 0));
    if (length < least && !isLaidOut) {
      yield { at: spot(document, 'id'), message: 'document', args: { id, length, least } };
      return;
    }
    const empty = emptySections(body);
    for (const [index, section] of body.sections.entries()) {
      if (section.depth === 2 && empty.has(index)) yield { at: bodyPlace(document, 'sections', section), message: 'section', args: { title: section.title } };
    }
  },
};

/** Sections with nothing but headings below them: no text, picture or live content. */
function emptySections({ sections, lengths, links, directives }: BodyFacts): ReadonlySet<number> {
  const left = [...lengths.sections];
  const upwards = (from: number, change: (index: number) => void): void => {
    for (let index = from; index >= 0; index = sections[index]?.parent ?? -1) change(index);
  };
  // The length of a section includes its headings; the mark after a number is lost in the facts: one character at most.
  sections.forEach((section, from) => upwards(from, (index) => { left[index] = (left[index] ?? 0) - headingSize(section) - (section.number === '' ? 0 : 1); }));
  for (const { section } of [...links, ...directives]) upwards(section, (index) => { left[index] = Infinity; });
  return new Set(left.flatMap((characters, index) => (characters <= 0 ? [index] : [])));
}

function headingSize({ number, title }: Section): number {
  return `${number}${title}`.replace(/\s+/g, '').length;
}
