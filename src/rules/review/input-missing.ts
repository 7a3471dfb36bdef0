import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';

/** MRV-001: a review looks at everything that it has to look at. */
export const inputMissing: ProjectRule = {
  code: 'review/input-missing', severity: 'error', scope: 'project',
  title: { en: 'Input of the management review missing', 'zh-CN': '管理评审缺少输入' },
  why: { en: 'A review that lacks a required input judges only part of the system.', 'zh-CN': '输入不全，评审只评了体系的一部分。' },
  messages: {
    found: { en: 'Management review {id} has no input on: {missing}. Add each with its summary.', 'zh-CN': '管理评审 {id} 缺少以下输入：{missing}。请补齐并写明摘要。' },
    empty: { en: 'Input {item} is named but says nothing. Add a summary or the paper it came from.', 'zh-CN': '输入 {item} 只列了名目，没有内容。请补写摘要或者来源材料。' },
  },
  examples: [
    bad(`
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
held: 2004-12-17
inputs: # expect review/input-missing
  - { item: 5.6.2-a, summary: 内审八次 }
  - { item: 5.6.2-b } # expect review/input-missing
`),
    good(`
=== review.yaml
kind: management-review
id: MR-2004-01
year: "2004"
held: 2004-12-17
inputs:
  - { item: 5.6.2-a, summary: 内审八次 }
  - { item: 5.6.2-b, summary: 满意率93.8% }
  - { item: 5.6.2-c, summary: 按期率96.9% }
  - { item: 5.6.2-d, summary: 措施全部验证 }
  - { item: 5.6.2-e, summary: 首次评审 }
  - { item: 5.6.2-f, summary: 行政许可法施行 }
  - { item: 5.6.2-g, source: 合理化建议汇总 }
=== next.yaml
kind: management-review
id: MR-2005-01
year: "2005"
planned: 2005-12-16
`),
  ],
  *check({ registers, standard, index }) {
    for (const review of registers.reviews) {
      const { id, held, inputs = [] } = review.value;
      if (held === undefined) continue;
      const given = new Set(inputs.map(({ item }) => item));
      const absent = standard.review.inputs.filter(({ item }) => !given.has(item) && !index.excludedItems.has(item));
      if (absent.length > 0) yield { at: spot(review, 'inputs'), message: 'found', args: { id, missing: listed(absent.map(({ text }) => text)) } };
      for (const [at, { item, summary, source }] of inputs.entries()) if (!summary && !source) yield { at: spot(review, 'inputs', at), message: 'empty', args: { item } };
    }
  },
};
