import type { Finding } from '#model/diagnostic.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clauseOf, findClause, findItem } from '#model/standard.ts';

/** NCR-008: a nonconformity names the requirement that is not met. */
export const clause: ProjectRule = {
  code: 'nonconformity/clause', severity: 'error', scope: 'project',
  title: { en: 'Nonconformity cites no valid clause', 'zh-CN': '不符合引用的条款不成立' },
  why: { en: 'A finding against a heading, an excluded clause or none at all has no criterion.', 'zh-CN': '引用标题、已删减的条款或者不引用条款，不符合就没有判定依据。' },
  messages: {
    missing: { en: 'The report {id} cites neither a clause nor an item. Cite the smallest clause that fits the fact.', 'zh-CN': '{id} 没有引用条款或者要求项。请引用最贴切的条款。' },
    unknown: { en: '{cited} is not in the standard. Correct the number.', 'zh-CN': '标准中没有 {cited}。请更正条款号。' },
    heading: { en: 'Clause {cited} is a heading without requirements of its own. Cite the clause below it that fits.', 'zh-CN': '条款 {cited} 只是标题，本身没有要求。请引用其下的具体条款。' },
    excluded: { en: '{cited} is excluded and cannot be broken. Cite another clause, or take the exclusion back.', 'zh-CN': '{cited} 已删减，不能作为不符合的依据。请引用其他条款，或者撤销删减。' },
    differs: { en: 'Item {cited} does not belong to clause {clause}. Make the two agree.', 'zh-CN': '要求项 {cited} 不属于条款 {clause}。请改为一致。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001 # expect nonconformity/clause
source: monitoring
status: open
fact: { statement: 两份登记档案受理与核准为同一人 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
clause: "7.5" # expect nonconformity/clause
status: open
fact: { statement: 公示栏两处未更新 }
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003
source: monitoring
clause: "8.2.4"
item: 8.2.3-a # expect nonconformity/clause
status: open
fact: { statement: 一份笔录没有页码 }
=== nc-4.yaml
kind: nonconformity
id: NC-2004-004
source: monitoring
clause: "9.1" # expect nonconformity/clause
status: open
fact: { statement: 一份笔录没有日期 }
=== nc-5.yaml
kind: nonconformity
id: NC-2004-005
source: monitoring
clause: "7.6" # expect nonconformity/clause
status: open
fact: { statement: 一台秤没有检定 }
=== exclusions.yaml
kind: exclusions
exclusions: [{ clause: "7.6", justification: 本局没有用于证实产品符合要求的监视和测量装置 }]
`),
    good(`
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
clause: "8.2.4"
item: 8.2.4-a
status: open
fact: { statement: 两份登记档案受理与核准为同一人 }
`),
  ],
  *check({ registers, standard, index }) {
    for (const report of registers.nonconformities) {
      const { id, clause: cited, item } = report.value;
      if (cited === undefined && item === undefined) yield { at: spot(report, 'id'), message: 'missing', args: { id } };
      if (cited !== undefined) {
        const known = findClause(standard, cited);
        const fault = !known ? 'unknown' : index.excludedClauses.has(cited) ? 'excluded' : known.auditable ? undefined : 'heading';
        if (fault) yield { at: spot(report, 'clause'), message: fault, args: { cited } } satisfies Finding;
      }
      if (item !== undefined) {
        if (!findItem(standard, item)) yield { at: spot(report, 'item'), message: 'unknown', args: { cited: item } };
        else if (cited !== undefined && clauseOf(item) !== cited) yield { at: spot(report, 'item'), message: 'differs', args: { cited: item, clause: cited } };
        else if (index.excludedItems.has(item) && !index.excludedClauses.has(cited ?? '')) yield { at: spot(report, 'item'), message: 'excluded', args: { cited: item } };
      }
    }
  },
};
