import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';

/** One clause, one unit in the lead; where several functional blocks have a part in it, one of each. */
export const twoLeads: ProjectRule = {
  code: 'responsibility/two-leads', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'A clause has more than one lead unit in a block', 'zh-CN': '同一板块内条款有一个以上主管部门' },
  why: {
    en: 'Where two units lead, each waits for the other, and findings are passed to and fro.',
    'zh-CN': '两个部门都主管，就会互相等待，发现问题时互相推诿。',
  },
  messages: {
    found: {
      en: 'Clause {clause} has the lead units {units}, which belong to one functional block. Leave one in the lead and list the others as related.',
      'zh-CN': '条款 {clause} 在同一板块内有主管部门{units}。请保留一个主管部门，其余列为相关部门。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support }
  - { id: archives, name: 档案室, block: support }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - clause: "4.2.3"
    lead: [office, archives] # expect responsibility/two-leads
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: registration, name: 注册处, block: licensing }
  - { id: inspection, name: 检查处, block: enforcement }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - clause: "7.5.1"
    lead: [registration, inspection]
`),
  ],
  *check({ registers, index }) {
    for (const row of registers.responsibilities) {
      const { clause, lead = [] } = row.value;
      const known = lead.flatMap((id) => index.units.get(id)?.value ?? []);
      for (const units of Map.groupBy(known, ({ block }) => block ?? '').values()) {
        if (units.length > 1) yield { at: spot(row, 'lead'), clauses: [clause], message: 'found', args: { clause, units: listed(units.map(({ name }) => name)) } };
      }
    }
  },
};
