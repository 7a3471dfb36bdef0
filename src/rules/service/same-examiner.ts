import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { personsNeeded } from '../shared/persons-needed.ts';

/** SVC-001: 一审一核. Who examined a case does not approve it. */
export const sameExaminer: ProjectRule = {
  code: 'service/same-examiner', severity: 'error', scope: 'project',
  title: { en: 'Examiner and approver are not two persons', 'zh-CN': '审查与核准不是两人' },
  why: { en: 'The second pair of eyes is the release check of the service; one hand on both steps removes it.', 'zh-CN': '第二人核准是服务放行的把关环节，一人办到底就失去了把关。' },
  messages: {
    same: { en: 'Case {no} of type {type} needs two persons, but one person examined and approved it. Have it re-examined by a second approver.', 'zh-CN': '{no}（{type}）应当由两人办理，审查与核准却是同一人。请由另一名核准员复核。' },
    absent: { en: 'Case {no} of type {type} was decided without an approver. Enter who approved it, or have it approved.', 'zh-CN': '{no}（{type}）已作出决定，但没有核准人。请补登核准人，或者补办核准。' },
  },
  examples: [
    bad(`
=== licensing.yaml
kind: licensing
modes: [{ id: collective, name: 集体审议, persons: 3 }]
items: [{ id: XK-05, name: 广告登记, mode: collective }]
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - no: DJ-001
    type: 承诺件
    examined_by: p1
    approved_by: p1 # expect service/same-examiner
  - no: DJ-002
    type: 广告登记
    decided: 2004-11-02 # expect service/same-examiner
    examined_by: p1
`),
    good(`
=== licensing.yaml
kind: licensing
modes: [{ id: one-person, name: 一人办结, persons: 1 }]
items: [{ id: XK-01, name: 名称核准, mode: one-person }]
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-001, type: 承诺件, examined_by: p1, approved_by: p2, decided: 2004-11-02 }
  - { no: DJ-002, type: XK-01, examined_by: p1, approved_by: p1, decided: 2004-11-02 }
  - { no: DJ-003, type: 承诺件, examined_by: p1, accepted: 2004-12-30 }
`),
  ],
  *check(project) {
    for (const entry of project.registers.cases) {
      const { no = '', type = '', examined_by: examiner, approved_by: approver, decided } = entry.value;
      if (entry.block !== 'licensing' || personsNeeded(project, type) < 2) continue;
      if (approver === undefined) {
        if (decided !== undefined) yield { at: spot(entry, 'decided'), message: 'absent', args: { no, type } };
      } else if (approver === examiner) yield { at: spot(entry, 'approved_by'), message: 'same', args: { no, type } };
    }
  },
};
