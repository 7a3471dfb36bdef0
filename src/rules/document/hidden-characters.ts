import { bodyPlace } from '#model/body-places.ts';
import { bad, good, type FileRule } from '#model/rule.ts';
import { stretch } from '../shared/prose.ts';

/** Direction marks, zero-width characters, soft hyphens, blank Hangul letters and tag characters. */
const hidden = /\u034f|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/;
const hiddenSigns = ['\u034f', '\u00ad', '\u061c', '\u115f\u1160', '\u17b4\u17b5', '\u180e', '\u200b\u200f', '\u202a\u202e', '\u2060\u206f', '\u3164', '\ufeff', '\uffa0', '\ufff9\ufffb', '\udb40'];

/** What a reader does not see but a program, a search or the next writer does. */
export const hiddenCharacters: FileRule = {
  code: 'document/hidden-characters', severity: 'warning', basis: 'tool', scope: 'file',
  title: { en: 'Hidden characters or comments', 'zh-CN': '含有看不见的字符或注释' },
  why: {
    en: 'Whoever approves a text approves what can be seen; hidden marks can turn words round or keep a number from being found.',
    'zh-CN': '批准的人批准的是看得见的内容；看不见的字符会颠倒文字、让编号查不到。',
  },
  messages: {
    character: { en: '{name} stands here, invisible. Delete it.', 'zh-CN': '这里有看不见的字符 {name}。请删除。' },
    comment: { en: 'A comment in an approved text is printed nowhere and seen by nobody. Put it into the text, or delete it.', 'zh-CN': '已批准的正文里有注释，印不出来，也没有人看得到。请写入正文或删除。' },
    definition: { en: 'Nothing refers to this footnote or link definition, so no page shows it. Refer to it, or delete it.', 'zh-CN': '没有任何地方引用这条脚注或链接定义，页面上不会出现。请引用或删除。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
---

罚款\u202e00001\u202c元。 <!-- expect document/hidden-characters -->

编号见 AB/QP\u200b-02。 <!-- expect document/hidden-characters -->

时限三日。<!-- 原为五日，局长口头同意 expect document/hidden-characters -->

~~~
\`\`\`
~~~

代码之后。<!-- 暗中另有规定 expect document/hidden-characters -->

[^1]: 没有人引用的脚注。 <!-- expect document/hidden-characters -->
=== suppliers.yaml
kind: suppliers
suppliers:
  - {id: "GF-0\u200b1", name: 甲印务公司, provides: 证照印制} # expect document/hidden-characters
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

时限三日。<!-- 待与法制处核对 -->
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: approved
owner: office
---

<!-- qms-ignore reference/broken: 该表单在下一批发布 -->
见 AB/QR-QP02-09。忽略标记写作 \`<!-- qms-ignore … -->\`。
`),
  ],
  seeks: () => ({ signs: hiddenSigns }),
  *check(file, seen) {
    const { facts } = file;
    for (const [index, text] of seen ? file.lines.entries() : []) {
      const match = hidden.exec(text);
      if (match) yield { at: stretch(facts.path, index + 1, match.index, match[0].length), message: 'character', args: { name: nameOf(match[0]) } };
    }
    const status = (facts.data as { status?: string } | null)?.status;
    if (status !== 'approved' && status !== 'effective') return;
    for (const found of facts.body?.hidden ?? []) yield { at: bodyPlace(facts, 'hidden', found), message: found.what };
  },
};

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
