import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clauseOf, findClause, findItem, isWithin } from '#model/standard.ts';

/** EXC-001: only requirements within the chapter on realization can be left out. */
export const outsideClause7: ProjectRule = {
  code: 'exclusion/outside-clause-7', severity: 'error', scope: 'project',
  title: { en: 'An exclusion reaches beyond what may be excluded', 'zh-CN': '删减超出允许的范围' },
  why: {
    en: 'Whoever leaves out more than the standard allows can no longer claim to meet it.',
    'zh-CN': '删减超出标准允许的范围，就不得再声称符合标准。',
  },
  messages: {
    outside: {
      en: 'Clause {clause} {title} lies outside clause {root} and cannot be excluded. Take the exclusion back and meet the clause.',
      'zh-CN': '条款 {clause}“{title}”在第 {root} 章之外，不得删减。请撤销该项删减并落实该条款。',
    },
    whole: {
      en: 'Clause {root} as a whole cannot be excluded. Name the single requirements that cannot be applied.',
      'zh-CN': '第 {root} 章不得整章删减。请写明确实不适用的具体条款。',
    },
    unknown: {
      en: 'The standard has no clause {clause}. Correct the number.',
      'zh-CN': '标准中没有条款 {clause}。请改正条款号。',
    },
    item: {
      en: '{item} is no requirement of clause {clause}. Name requirements of that clause.',
      'zh-CN': '{item} 不是条款 {clause} 的要求。请填写该条款的要求编号。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "6.3" # expect exclusion/outside-clause-7
    justification: 本局的办公用房由市机关事务部门统一配置和维护，本局不拥有也不管理任何房屋和设施，因此本条不适用。
  - clause: "7" # expect exclusion/outside-clause-7
    justification: 本局不生产产品，只作出行政决定，产品实现的各项要求都针对工业企业，在本局找不到相应的活动。
  - clause: "7.9" # expect exclusion/outside-clause-7
    justification: 本局提供的成果是登记决定和处罚决定，是否合格由人的判断来证明，不使用测量装置。
`),
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.5.4"
    items: [7.5.4-b, 7.5.3-a] # expect exclusion/outside-clause-7
    justification: 申请人交来的材料只有复印件，原件当场核对后即行退还，不由本局保管，无需另作标识。
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6"
    justification: 本局提供的成果是登记决定和处罚决定，是否合格由人的判断来证明，不使用测量装置。
`),
  ],
  *check({ registers, standard }) {
    const { root } = standard.exclusions;
    for (const entry of registers.exclusions) {
      const { clause, items = [] } = entry.value;
      const known = findClause(standard, clause);
      const at = spot(entry, 'clause');
      if (!known) yield { at, clauses: [], message: 'unknown', args: { clause } };
      else if (clause === root) yield { at, message: 'whole', args: { root } };
      else if (!isWithin(clause, root) || !known.excludable) yield { at, message: 'outside', args: { clause, title: known.title, root } };
      if (!known) continue;
      for (const [index, item] of items.entries()) {
        if (!findItem(standard, item) || !isWithin(clauseOf(item), clause)) yield { at: spot(entry, 'items', index), message: 'item', args: { item, clause } };
      }
    }
  },
};
