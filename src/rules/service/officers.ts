import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** What the law asks for where the enforcement register says nothing. */
const LEAST = 2;

/** SVC-005: at least two officers investigate, and they show their cards. */
export const officers: ProjectRule = {
  code: 'service/officers', severity: 'error', scope: 'project',
  title: { en: 'Too few officers or no card shown', 'zh-CN': '调查取证人数不足或者未出示证件' },
  why: { en: 'The law demands both; evidence taken otherwise does not hold and the decision can be quashed.', 'zh-CN': '这是法律的强制要求；违反程序取得的证据不能采信，决定会被撤销。' },
  messages: {
    few: { en: 'Case {no} names {count} officers; at least {least} must investigate. Complete the record, or take the evidence again.', 'zh-CN': '{no} 登记的办案人员为{count}人，调查取证不得少于{least}人。请补齐记录，或者重新取证。' },
    card: { en: 'Case {no} does not show that the officers presented their cards. Record it, or take the evidence again.', 'zh-CN': '{no} 没有记载办案人员出示证件。请补记，或者重新取证。' },
  },
  examples: [
    bad(`
=== cases.yaml
kind: case-ledger
block: enforcement
cases:
  - no: JC-001
    type: 一般程序案件
    accepted: 2004-11-02
    officers: [p1] # expect service/officers
    card_shown: true
  - no: JC-002
    type: 一般程序案件
    accepted: 2004-11-02
    officers: [p1, p2]
    card_shown: false # expect service/officers
`),
    good(`
=== cases.yaml
kind: case-ledger
block: enforcement
cases:
  - { no: JC-001, type: 一般程序案件, accepted: 2004-11-02, officers: [p1, p2], card_shown: true }
  - { no: JC-002, type: 一般程序案件, received: 2004-12-30 }
  - { no: JC-003, type: 简易程序案件, accepted: 2004-11-02, officers: [p1], card_shown: true }
`),
  ],
  *check({ registers, words }) {
    const settings = registers.enforcement.map(({ value }) => value);
    const least = Math.max(LEAST, ...settings.map(({ officers_min = LEAST }) => officers_min));
    for (const entry of registers.cases) {
      const { no = '', type = '', accepted, decided, officers: people = [], card_shown } = entry.value;
      if (entry.block !== 'enforcement' || (accepted ?? decided) === undefined) continue;
      const summary = words.summary_cases.some((word) => type.includes(word));
      if (!summary && people.length < least) yield { at: spot(entry, entry.value.officers ? 'officers' : 'no'), message: 'few', args: { no, count: people.length, least } };
      if (!card_shown && !settings.some(({ card }) => card === false)) yield { at: spot(entry, card_shown === undefined ? 'no' : 'card_shown'), message: 'card', args: { no } };
    }
  },
};
