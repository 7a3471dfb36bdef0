import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName, sameActor, unitOf } from '#model/actors.ts';

/** NCR-005: whoever carried out the action does not judge it. */
export const verifierIsDoer: ProjectRule = {
  code: 'nonconformity/verifier-is-doer', severity: 'error', scope: 'project',
  title: { en: 'Verifier carried out the action', 'zh-CN': '验证人就是措施实施人' },
  why: { en: 'Who did the work sees it as done; verification needs another pair of eyes.', 'zh-CN': '自己做的自己验证，发现不了没做到的地方。' },
  messages: {
    doer: { en: '{person} carried out the action of {id} and verified it too. Have it verified by an auditor who had no part in it.', 'zh-CN': '{person}既是 {id} 的措施实施人，又是验证人。请由没有参与的内审员验证。' },
    unit: { en: '{person} belongs to {unit}, which carried out the action of {id}. Have it verified from outside the unit.', 'zh-CN': '{person}是 {id} 措施实施部门“{unit}”的人员。请由部门以外的内审员验证。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }]
people: [{ id: p1, name: 甲, unit: office }]
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: verified
fact: { statement: 两份登记档案受理与核准为同一人 }
action: { what: 修改代理规定, owner: p1, done: 2004-11-10 }
verification: { by: p1, on: 2004-11-20 } # expect nonconformity/verifier-is-doer
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: verified
fact: { statement: 公示栏两处未更新 }
action: { what: 按季更换, owner: office, done: 2004-11-10 }
verification: { by: p1, on: 2004-11-20 } # expect nonconformity/verifier-is-doer
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
people: [{ id: p1, name: 甲, unit: office }, { id: p2, name: 乙, unit: legal }]
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: verified
fact: { statement: 两份登记档案受理与核准为同一人 }
correction: { what: 重新审核, by: p1 }
action: { what: 修改代理规定, owner: office, done: 2004-11-10 }
verification: { by: p2, on: 2004-11-20 }
`),
  ],
  *check({ registers, index }) {
    for (const report of registers.nonconformities) {
      const { id, verification, action, correction } = report.value;
      const by = verification?.by;
      if (by === undefined) continue;
      const owner = action?.owner;
      const person = actorName(index, by);
      if (sameActor(index, by, owner) || sameActor(index, by, correction?.by)) yield { at: spot(report, 'verification', 'by'), message: 'doer', args: { id, person } };
      else if (owner !== undefined && index.units.has(owner) && unitOf(index, by) === owner) yield { at: spot(report, 'verification', 'by'), message: 'unit', args: { id, person, unit: actorName(index, owner) } };
    }
  },
};
