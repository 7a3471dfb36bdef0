import { inForce } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { isWithin } from '#model/standard.ts';
import type { Text } from '#model/text.ts';

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
    none: {
      en: 'None of the {count} points that clause {clause} wants settled is marked: {points}. Settle each and mark its line, the first with `:req[{point}]`.',
      'zh-CN': '条款 {clause} 要求程序规定的{count}个要点一个都没有标注：{points}。请逐一规定，并在相应处标注，第一个写 `:req[{point}]`。',
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
      const open = points.filter(({ id }) => !settled.has(id));
      if (open.length === points.length && open.length > 1) {
        yield { at: spot(first, 'clauses'), clauses: [clause], message: 'none', args: { clause, count: open.length, points: inOrder(open.map(({ text }) => text)), point: open[0]?.id ?? '' }, related: others.map((other) => spot(other, 'clauses')) };
        continue;
      }
      for (const { id, text } of open) {
        yield { at: spot(first, 'clauses'), clauses: [clause], message: 'found', args: { clause, point: id, text }, related: others.map((other) => spot(other, 'clauses')) };
      }
    }
  },
};

/** Points have commas of their own. */
function inOrder(texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join('; '), 'zh-CN': texts.map((text) => text['zh-CN']).join('；') };
}
