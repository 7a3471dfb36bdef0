import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** MRV-004: what a review decided is done by the day it named. */
export const decisionOverdue: ProjectRule = {
  code: 'review/decision-overdue', severity: 'warning', scope: 'project',
  title: { en: 'Decision of a management review overdue', 'zh-CN': '管理评审决定逾期未完成' },
  why: { en: 'Follow-up of earlier reviews is an input of the next; open decisions show that the review had no effect.', 'zh-CN': '以往评审的跟踪是下次评审的输入；决定久拖不办，说明评审没有效果。' },
  messages: {
    found: { en: 'Decision {id} was due on {due} and is still open. Carry it out, or have a new day decided.', 'zh-CN': '评审决定 {id} 应于 {due} 完成，至今未完成。请落实，或者报请另定期限。' },
  },
  examples: [
    bad(`
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
decisions:
  - id: D1
    item: 5.6.3-a
    decision: 补编作业指导书
    owner: office
    due: 2004-11-30 # expect review/decision-overdue
`),
    good(`
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
decisions:
  - { id: D1, item: 5.6.3-a, decision: 补编作业指导书, owner: office, due: 2004-11-30, done: 2004-12-15 }
  - { id: D2, item: 5.6.3-b, decision: 缩短等候时间, owner: office, due: 2005-02-28 }
`),
  ],
  *check({ registers, today }) {
    for (const decision of registers.decisions) {
      const { id, due, done } = decision.value;
      if (due !== undefined && due < today && done === undefined) yield { at: spot(decision, 'due'), message: 'found', args: { id, due } };
    }
  },
};
