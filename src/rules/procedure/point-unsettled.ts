import { inForce } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { isWithin } from '#model/standard.ts';

/** PRC-005: a documented procedure settles all points that its clause names. */
export const pointUnsettled: ProjectRule = {
  code: 'procedure/point-unsettled', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'A documented procedure leaves a required point open', 'zh-CN': '必备程序有要点没有规定' },
  why: {
    en: 'A procedure that is silent on a point its clause names exists in name only.',
    'zh-CN': '条款点名要规定的要点没有规定，程序就徒有其名。',
  },
  messages: {
    found: {
      en: 'Clause {clause} wants the procedure to settle {point}: {text}. Settle it and mark the line with `:req[{point}]`.',
      'zh-CN': '条款 {clause} 要求程序规定要点 {point}：{text}。请作出规定，并在该处标注 `:req[{point}]`。',
    },
  },
  examples: [
    bad(`
=== procedures/a.md
---
type: procedure
id: AB/QP-06
title: 预防措施控制程序
clauses: ["8.5.3"] # expect procedure/point-unsettled
revision: A/0
status: effective
owner: office
---
确定潜在不合格及其原因。:req[8.5.3-p1] 评价采取措施的需要。:req[8.5.3-p2] 确定和实施措施。:req[8.5.3-p3] 记录结果。:req[8.5.3-p4]
`),
    good(`
=== procedures/a.md
---
type: procedure
id: AB/QP-06
title: 预防措施控制程序
clauses: ["8.5.3"]
revision: A/0
status: effective
owner: office
---
确定潜在不合格及其原因。:req[8.5.3-p1] 评价采取措施的需要。:req[8.5.3-p2] 确定和实施措施。:req[8.5.3-p3] 记录结果。:req[8.5.3-p4] 评审措施。:req[8.5.3-p5]
`),
  ],
  *check({ documents, standard, today }) {
    const procedures = documents.filter((document) => document.value.type === 'procedure' && inForce(document, today));
    for (const { clause, points } of standard.procedures) {
      const own = procedures.filter(({ value }) => value.clauses?.some((claimed) => isWithin(clause, claimed)));
      const [first, ...others] = own;
      if (!first) continue; // procedure/mandatory-missing tells of it
      const settled = new Set(own.flatMap(({ body }) => body.claims.map(({ item }) => item)));
      for (const { id, text } of points) {
        if (!settled.has(id)) yield { at: spot(first, 'clauses'), clauses: [clause], message: 'found', args: { clause, point: id, text }, related: others.map((other) => spot(other, 'clauses')) };
      }
    }
  },
};
