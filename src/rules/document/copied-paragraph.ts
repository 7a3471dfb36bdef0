import { isObsolete, type Document } from '#model/document.ts';
import { bodyPlace } from '#model/body-places.ts';
import type { Paragraph } from '#model/facts.ts';
import { bad, good, type MeetingRule } from '#model/rule.ts';

/** Shorter paragraphs ("本程序由办公室解释，自发布之日起施行。") repeat by custom. */
const LEAST = 40;

/** The same rule written out in two documents. Forms repeat their instructions by nature. */
export const copiedParagraph: MeetingRule = {
  code: 'document/copied-paragraph', severity: 'warning', basis: 'practice', scope: 'meeting',
  title: { en: 'Same paragraph in two documents', 'zh-CN': '两份文件有相同段落' },
  why: {
    en: 'At the next change one of the two is forgotten, and then two rules hold.',
    'zh-CN': '下次修改总会漏掉其中一处，从此就有了两种规定。',
  },
  messages: {
    found: { en: 'This paragraph stands word for word in {other} too. Keep it in one place and refer to it in the other.', 'zh-CN': '这一段与 {other} 中的一段一字不差。请只在一处规定，另一处引用。' },
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

作废文件由文件管理员在新版生效后三个工作日内逐份收回，加盖作废章，除留存一份外全部销毁，并由办公室主任在登记表上签字。
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---

作废文件由文件管理员在新版生效后三个工作日内逐份收回，加盖作废章，除留存一份外全部销毁，并由办公室主任在登记表上签字。 <!-- expect document/copied-paragraph -->
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

本程序由质量管理办公室负责解释，自发布之日起施行。

AB/QP-01 文件控制程序、AB/QP-02 记录控制程序、AB/QP-04 不合格品控制程序、AB/QP-05 纠正措施程序
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---

本程序由质量管理办公室负责解释，自发布之日起施行。

AB/QP-01 文件控制程序、AB/QP-02 记录控制程序、AB/QP-04 不合格品控制程序、AB/QP-05 纠正措施程序
`),
  ],
  keys: (document) => compared(document).map(({ digest }) => digest),
  *check(met) {
    const seen = new Map<string, { document: Document; paragraph: Paragraph }>();
    for (const document of met) {
      for (const paragraph of compared(document)) {
        const first = seen.get(paragraph.digest);
        if (!first) seen.set(paragraph.digest, { document, paragraph });
        else if (first.document.value.id !== document.value.id) {
          yield { at: bodyPlace(document, 'paragraphs', paragraph), message: 'found', args: { other: first.document.value.id }, related: [bodyPlace(first.document, 'paragraphs', first.paragraph)] };
        }
      }
    }
  },
};

function compared(document: Document): readonly Paragraph[] {
  return document.value.type === 'form' || isObsolete(document) ? [] : document.body.paragraphs.filter(({ length }) => length >= LEAST);
}
