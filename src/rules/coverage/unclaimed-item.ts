import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Item } from '#model/standard.ts';
import { clausePlace } from '../shared/clause-place.ts';
import { coverageOf, isUntouched, openClauses, unclaimed } from '../shared/unclaimed.ts';

/** Each requirement that is not left out is claimed at a line of a document in force. */
export const unclaimedItem: ProjectRule = {
  code: 'coverage/unclaimed-item', severity: 'error', whileBuilding: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'No document in force claims a requirement', 'zh-CN': '要求没有在现行文件中落实' },
  why: {
    en: 'What no document takes up is left to chance, and the auditor finds the gap clause by clause.',
    'zh-CN': '没有文件承接的要求全凭自觉，审核员逐条一查就是缺口。',
  },
  messages: {
    item: {
      en: 'No document in force claims {item}: {text} Settle it and mark the line with `:req[{item}]`.',
      'zh-CN': '现行文件没有落实要求 {item}：{text}请作出规定，并在该处标注 `:req[{item}]`。',
    },
    'not-in-force': {
      en: '{count} requirements ({item} …) are claimed in {document} only, which is not in force. Bring it into force.',
      'zh-CN': '{count}项要求（{item} 等）只在 {document} 落实，而该文件尚未生效或已失效。请使其生效。',
    },
    clause: {
      en: 'No document claims any requirement of clause {clause} {title} ({count} of them). Settle them and mark each line with `:req[…]`.',
      'zh-CN': '没有文件落实条款 {clause}“{title}”的任何一项要求（共{count}项）。请逐项作出规定，并在相应处标注 `:req[…]`。',
    },
  },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect coverage/unclaimed-item
language: zh-CN
organization: 某局
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "6.1", lead: [office] } # expect coverage/unclaimed-item
=== a.md
---
type: rule
id: AB/ZD-GL-001
title: 资源保障制度
revision: A/0
status: effective
owner: office
---
每年核定体系所需的人员和经费。:req[6.1-a]
=== b.md
---
type: rule
id: AB/ZD-GL-002
title: 满意度制度
revision: A/0
status: draft # expect coverage/unclaimed-item
owner: office
---
按服务对象意见增加资源。:req[6.1-b]
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
rules: { coverage/unclaimed-item: off }
`),
  ],
  *check(project) {
    const coverage = coverageOf(project);
    const open: Item[] = [];
    for (const { clause, items } of openClauses(project)) {
      const demanded = items.filter(({ conditional }) => !conditional);
      if (demanded.length === 0 || !isUntouched(items, coverage)) open.push(...demanded);
      else yield { at: clausePlace(project, clause.number), clauses: [clause.number], message: 'clause', args: { clause: clause.number, title: clause.title, count: items.length } };
    }
    yield* unclaimed(project, open, coverage);
  },
};
