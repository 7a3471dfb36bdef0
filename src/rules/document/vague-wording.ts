import { bad, good, type FileRule, type ReadableFile } from '#model/rule.ts';
import type { Words } from '#model/words.ts';
import { anyOf } from '../shared/literal.ts';
import { onceFor } from '#model/once-for.ts';
import { blank, proseLines, stretch } from '../shared/prose.ts';

const judged = new Set(['procedure', 'work-instruction', 'rule']);
/** A number with a unit of time, or a rhythm: the sentence sets a limit. */
const limit = /[\d一二三四五六七八九十两半]\s*个?(?:工作)?(?:日|天|小时|分钟|月|年|周|季度)|每(?:日|天|周|旬|月|季|半年|年)|当(?:日|天|场|月|即)|\b(?:within|every|each|daily|weekly|monthly|quarterly|yearly|annually)\b|\d\s+(?:working |calendar )?(?:day|hour|minute|week|month|year)/i;

const vagueWords = onceFor(({ vague }: Words) => anyOf(vague));

/** PRC-007: words that leave open when, or who. */
export const vagueWording: FileRule = {
  code: 'document/vague-wording', severity: 'info', scope: 'file',
  title: { en: 'Vague wording', 'zh-CN': '用词含糊' },
  why: {
    en: 'What leaves open when and who can be neither carried out the same way twice nor audited.',
    'zh-CN': '时间和责任人不写明，执行起来各有各的做法，审核也无从判断。',
  },
  messages: { found: { en: '"{word}" leaves open when, how much or who. Write the number, the condition or the post.', 'zh-CN': '“{word}”没有说清时间、条件或责任人。请写明数字、条件或岗位。' } },
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

窗口人员应及时告知申请人。 <!-- expect document/vague-wording -->

由有关部门在3日内处理。 <!-- expect document/vague-wording -->

Copies are recalled as soon as possible. <!-- expect document/vague-wording -->
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

窗口人员应及时告知申请人，最迟不超过2个工作日。按时办结率、答复及时率按月统计；法定期限以及时限的计算见附录。

# 关于文件发放若干问题的规定

每年12月定期复查一次，依据《适当性评审办法》，不得使用“及时”等词。
=== b.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: draft
owner: office
---

本局定期评审质量方针的适宜性。
`),
  ],
  seeks: ({ vague }) => ({ words: vague }),
  *check(file, seen) {
    const { facts, words } = file;
    if (!seen || !judged.has(facts.kind) || isWithdrawn(file)) return;
    const vague = vagueWords(words);
    if (file.text.search(vague) < 0) return;
    const times = new Set(words.vague_times.map((word) => word.toLowerCase()));
    for (const { text, line } of proseLines(file)) {
      if (/^ {0,3}#{1,6} /.test(text)) continue; // a title names the paper, it sets no rule
      for (const { 0: sentence, index } of text.replace(/《[^《》]*》|[“"][^”"]{1,12}[”"]/g, blank).matchAll(/(?:[^。；;！？.!?]|\.(?!\s|$))+/g)) {
        const limited = limit.test(sentence);
        for (const match of sentence.matchAll(vague)) {
          const [word] = match;
          if ((limited && times.has(word.toLowerCase())) || isPartOfAnother(sentence, match.index, word)) continue;
          yield { at: stretch(facts.path, line, index + match.index, word.length), message: 'found', args: { word } };
        }
      }
    }
  },
};

/** 及时率 is a measure, 法定期限 and 以及时间 only contain the characters, 不适当 judges. */
function isPartOfAnother(sentence: string, index: number, word: string): boolean {
  return /^[率性度限间满段刻]/.test(sentence.slice(index + word.length)) || (word === '适当' && sentence[index - 1] === '不');
}

function isWithdrawn({ facts }: ReadableFile): boolean {
  const status = (facts.data as { status?: string } | null)?.status;
  return status === 'obsolete' || status === 'retained';
}
