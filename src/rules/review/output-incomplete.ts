import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** MRV-002: a review ends in decisions on the system, the service and the resources, each with an owner and a day. */
export const outputIncomplete: ProjectRule = {
  code: 'review/output-incomplete', severity: 'error', scope: 'project',
  title: { en: 'Output of the management review incomplete', 'zh-CN': '管理评审输出不完整' },
  why: { en: 'A review without decisions, owners and days changes nothing.', 'zh-CN': '没有决定、责任部门和期限，评审就不会带来任何改变。' },
  messages: {
    silent: { en: 'Management review {id} decides nothing on: {missing}. Record a decision, or that none is needed and why.', 'zh-CN': '管理评审 {id} 的输出没有涉及：{missing}。请写明决定；不需要采取措施的，写明结论和理由。' },
    decision: { en: 'Decision {id} has no {missing}. Complete it, so that it can be followed up.', 'zh-CN': '评审决定 {id} 缺少{missing}。请补齐，以便跟踪。' },
  },
  examples: [
    bad(`
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
held: 2004-12-17
decisions: # expect review/output-incomplete
  - { id: D1, item: 5.6.3-a, decision: 补编作业指导书, owner: office, due: 2005-03-31 }
  - { id: D2, item: 5.6.3-b, decision: 缩短等候时间 } # expect review/output-incomplete
`),
    good(`
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
held: 2004-12-17
decisions:
  - { id: D1, item: 5.6.3-a, decision: 补编作业指导书, owner: office, due: 2005-03-31 }
  - { id: D2, item: 5.6.3-b, decision: 缩短等候时间, owner: office, due: 2005-02-28 }
  - { id: D3, item: 5.6.3-c, decision: 增配受理员二名, owner: office, due: 2005-02-28 }
`),
  ],
  *check({ registers, standard, index }) {
    for (const review of registers.reviews) {
      const { id, held, decisions = [] } = review.value;
      if (held === undefined) continue;
      const decided = new Set(decisions.map(({ item }) => item));
      const silent = standard.review.outputs.filter(({ item }) => !decided.has(item) && !index.excludedItems.has(item));
      if (silent.length > 0) yield { at: spot(review, 'decisions'), message: 'silent', args: { id, missing: listed(silent.map(({ text }) => text)) } };
    }
    for (const decision of registers.decisions) {
      const { id, owner, due, done } = decision.value;
      const lacking = missing([[owner, { en: 'owner', 'zh-CN': '责任部门' }], [due ?? done, { en: 'due date', 'zh-CN': '完成期限' }]]);
      if (lacking.length > 0) yield { at: spot(decision, 'id'), message: 'decision', args: { id, missing: listed(lacking) } };
    }
  },
};
