import { bad, good, type FileRule } from '#model/rule.ts';
import type { Words } from '#model/words.ts';
import { anyOf } from '../shared/literal.ts';
import { onceFor } from '#model/once-for.ts';
import { blank, proseLines, stretch } from '../shared/prose.ts';

const allMarks = onceFor(({ placeholders }: Words) => anyOf(placeholders));
const formMarks = onceFor(({ placeholders, blanks }: Words) => anyOf(placeholders.filter((word) => !blanks.includes(word))));

/** A text that somebody meant to finish. Drafts may carry such marks; what is sent for review may not. */
export const placeholder: FileRule = {
  code: 'document/placeholder', severity: 'warning', basis: 'practice', scope: 'file',
  title: { en: 'Place-holder left in the text', 'zh-CN': '正文里留有占位文字' },
  why: {
    en: 'Where the text says "to be filled in", everyone fills in something else.',
    'zh-CN': '正文写着“待定”，各人就各填各的。',
  },
  messages: { found: { en: '"{word}" is a place-holder. Write what it stands for, or take it out.', 'zh-CN': '“{word}”是占位文字。请写上实际内容，或者删去。' } },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: review
owner: office
---

发放时限：待定。 <!-- expect document/placeholder -->

TODO: 补写作废文件的处理 <!-- expect document/placeholder -->
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

发放时限：待定。
=== b.md
---
type: form
id: AB/QR-QP01-01
title: 文件发放登记表
revision: A/0
status: approved
owner: office
---

持有部门：（请填写）　分发号：XXXX
=== c.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: approved
owner: office
---

正文不得留有“待定”字样。
`),
  ],
  seeks: ({ placeholders }) => ({ words: placeholders }),
  *check(file, seen) {
    if (!seen) return;
    const { facts, words } = file;
    const status = (facts.data as { status?: string } | null)?.status;
    if (status !== 'review' && status !== 'approved' && status !== 'effective') return;
    const marks = (facts.kind === 'form' ? formMarks : allMarks)(words);
    for (const { text, line } of proseLines(file)) {
      for (const match of text.replace(/[“"][^”"]{1,12}[”"]/g, blank).matchAll(marks)) {
        yield { at: stretch(facts.path, line, match.index, match[0].length), message: 'found', args: { word: match[0] } };
      }
    }
  },
};
