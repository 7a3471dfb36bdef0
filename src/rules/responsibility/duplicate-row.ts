import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** One clause, one row of the matrix. */
export const duplicateRow: ProjectRule = {
  code: 'responsibility/duplicate-row', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'A clause has two rows in the responsibility matrix', 'zh-CN': '职能分配表中条款重复' },
  why: {
    en: 'Two rows for one clause soon say different things, and only one of them is read.',
    'zh-CN': '同一条款写两行，早晚会说法不一，而看的人只会看到其中一行。',
  },
  messages: {
    found: {
      en: 'Clause {clause} already has a row. Merge the two rows.',
      'zh-CN': '条款 {clause} 前面已有一行。请把两行合并。',
    },
  },
  examples: [
    bad(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office] }
  - { clause: "4.2.3", related: [office] } # expect responsibility/duplicate-row
`),
    good(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office] }
  - { clause: "4.2.4", lead: [office] }
`),
  ],
  *check({ registers }) {
    for (const [clause, [first, ...others]] of Map.groupBy(registers.responsibilities, ({ value }) => value.clause)) {
      for (const row of others) yield { at: spot(row, 'clause'), clauses: [clause], message: 'found', args: { clause }, related: first ? [spot(first, 'clause')] : [] };
    }
  },
};
