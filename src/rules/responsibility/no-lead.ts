import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { auditableClauses, isWithin } from '#model/standard.ts';

/** MAN-004: each auditable clause that is not excluded has a unit in the lead. */
export const noLead: ProjectRule = {
  code: 'responsibility/no-lead', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'A clause has no lead unit', 'zh-CN': '条款没有主管部门' },
  why: {
    en: 'A clause without a unit in the lead is nobody\'s job, and the auditor has nobody to ask.',
    'zh-CN': '没有主管部门的条款没有人管，审核时也不知道该问谁。',
  },
  messages: {
    found: {
      en: 'Clause {clause} {title} has no lead unit. Name one in the responsibility matrix.',
      'zh-CN': '条款 {clause}“{title}”没有主管部门。请在职能分配表中指定。',
    },
    'no-matrix': {
      en: 'There is no responsibility matrix, so {count} clauses have no lead unit. Write a register of kind responsibilities.',
      'zh-CN': '没有职能分配表，{count}个条款都没有主管部门。请建立 kind 为 responsibilities 的登记表。',
    },
  },
  examples: [
    bad(`
=== responsibilities.yaml
kind: responsibilities
clauses: # expect responsibility/no-lead
  - { clause: "4.2.3", related: [office] } # expect responsibility/no-lead
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect responsibility/no-lead
language: zh-CN
organization: 某局
`),
    good(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4", lead: [office] }
  - { clause: "5", lead: [office] }
  - { clause: "6", lead: [office] }
  - { clause: "7", lead: [office] }
  - { clause: "8", lead: [office] }
`),
  ],
  *check({ registers, standard, index, configPath }) {
    const rows = registers.responsibilities;
    const demanded = auditableClauses(standard).filter(({ number }) => !index.excludedClauses.has(number));
    const [first] = rows;
    if (!first) {
      yield { at: { path: configPath, pointer: '/standard' }, message: 'no-matrix', args: { count: demanded.length } };
      return;
    }
    for (const { number, title } of demanded) {
      const covering = rows.filter(({ value }) => isWithin(number, value.clause));
      if (covering.some(({ value }) => (value.lead ?? []).length > 0)) continue;
      const row = covering.find(({ value }) => value.clause === number) ?? covering[0];
      yield {
        at: row ? spot(row, 'lead') : { path: first.path, pointer: '/clauses', on: 'key' },
        clauses: [number], message: 'found', args: { clause: number, title },
      };
    }
  },
};
