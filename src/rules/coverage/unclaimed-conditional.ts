import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Item } from '#model/standard.ts';
import { clausePlace } from '../shared/clause-place.ts';
import { coverageOf, isUntouched, openClauses, unclaimed } from '../shared/unclaimed.ts';

/** A requirement that applies only under a circumstance is claimed, or its circumstance is said not to occur. */
export const unclaimedConditional: ProjectRule = {
  code: 'coverage/unclaimed-conditional', severity: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'No document in force claims a conditional requirement', 'zh-CN': '附条件的要求没有在现行文件中落实' },
  why: {
    en: 'When the circumstance comes up, nobody knows what to do; that it never does has to be said in a document.',
    'zh-CN': '情形一旦出现，没有人知道怎么办；如果不会出现，也应在文件中说明。',
  },
  messages: {
    item: {
      en: 'No document in force claims {item}, which applies under a circumstance: {text} Settle it, or say where the circumstance cannot occur, and mark the line with `:req[{item}]`.',
      'zh-CN': '现行文件没有落实附条件的要求 {item}：{text}请作出规定，或说明该情形不会出现，并在该处标注 `:req[{item}]`。',
    },
    'not-in-force': {
      en: '{count} requirements ({item} …) are claimed in {document} only, which is not in force. Bring it into force.',
      'zh-CN': '{count}项要求（{item} 等）只在 {document} 落实，而该文件尚未生效或已失效。请使其生效。',
    },
    clause: {
      en: 'No document claims any requirement of clause {clause} {title} ({count} of them, all conditional). Settle them, or say why their circumstance cannot occur, and mark each line with `:req[…]`.',
      'zh-CN': '没有文件落实条款 {clause}“{title}”的任何一项要求（共{count}项，均附条件）。请逐项作出规定，或说明有关情形不会出现，并在相应处标注 `:req[…]`。',
    },
  },
  examples: [
    bad(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "7.5.4", lead: [office] } # expect coverage/unclaimed-conditional
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect coverage/unclaimed-conditional
language: zh-CN
organization: 某局
=== a.md
---
type: rule
id: AB/ZD-GL-001
title: 原件保管制度
revision: A/0
status: effective
owner: office
---
申请人交来的原件由受理岗位妥善保管。:req[7.5.4-a]
=== b.md
---
type: rule
id: AB/ZD-GL-002
title: 车辆管理制度
revision: A/0
status: review # expect coverage/unclaimed-conditional
owner: office
---
执法车辆列入资产清单。:req[6.3-f]
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
rules: { coverage/unclaimed-conditional: off }
`),
  ],
  *check(project) {
    const coverage = coverageOf(project);
    const open: Item[] = [];
    for (const { clause, items } of openClauses(project)) {
      const conditional = items.filter((item) => item.conditional);
      if (!isUntouched(items, coverage)) open.push(...conditional);
      // coverage/unclaimed-item tells of it where some of the items are unconditional
      else if (items.length > 0 && conditional.length === items.length) yield { at: clausePlace(project, clause.number), clauses: [clause.number], message: 'clause', args: { clause: clause.number, title: clause.title, count: items.length } };
    }
    yield* unclaimed(project, open, coverage);
  },
};
