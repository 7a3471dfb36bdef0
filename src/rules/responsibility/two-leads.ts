import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '../shared/listed.ts';

/** One clause, one unit in the lead. */
export const twoLeads: ProjectRule = {
  code: 'responsibility/two-leads', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'A clause has more than one lead unit', 'zh-CN': '条款有一个以上主责部门' },
  why: {
    en: 'Where two units lead, each waits for the other, and findings are passed to and fro.',
    'zh-CN': '两个部门都主责，就会互相等待，发现问题时互相推诿。',
  },
  messages: {
    found: {
      en: 'Clause {clause} has the lead units {units}. Leave one in the lead and list the others as related.',
      'zh-CN': '条款 {clause} 的主责部门有{units}。请保留一个主责部门，其余列为相关部门。',
    },
  },
  examples: [
    bad(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - clause: "4.2.3"
    lead: [office, archives] # expect responsibility/two-leads
`),
    good(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - clause: "4.2.3"
    lead: [office]
    related: [archives]
`),
  ],
  *check({ registers, index }) {
    for (const row of registers.responsibilities) {
      const { clause, lead = [] } = row.value;
      if (lead.length > 1) yield { at: spot(row, 'lead'), clauses: [clause], message: 'found', args: { clause, units: listed(lead.map((id) => index.units.get(id)?.value.name ?? id)) } };
    }
  },
};
