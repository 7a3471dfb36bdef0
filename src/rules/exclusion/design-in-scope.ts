import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Wording } from '#model/text.ts';
import { listed } from '#model/listed.ts';

/** EXC-005: who offers services of its own making designs them. Projects of the design register are told of by exclusion/contradicted. */
export const designInScope: ProjectRule = {
  code: 'exclusion/design-in-scope', severity: 'warning', scope: 'project',
  title: { en: 'Design is excluded while designed services are in scope', 'zh-CN': '范围内有自行设计的服务，却删减了设计' },
  why: {
    en: 'What an online service or an information system does is decided by the organization, not by the law; that decision is design.',
    'zh-CN': '网上服务和信息系统提供什么、怎样提供，由本单位决定而不是法律规定，这就是设计。',
  },
  messages: {
    online: {
      en: 'Clause {clause} is excluded, but these are offered online: {names}. Keep the clause for such services, or say in the reasoning who decides their features.',
      'zh-CN': '条款 {clause} 已删减，但范围内有网上办理的服务（{names}）。请对此类服务保留该条款，或在理由中说明其特性由谁决定。',
    },
    system: {
      en: 'Clause {clause} is excluded, but systems of its own are in use: {names}. Keep the clause for them, or say in the reasoning who decides their features.',
      'zh-CN': '条款 {clause} 已删减，但范围内有信息系统（{names}）。请对其保留该条款，或在理由中说明其特性由谁决定。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.3"
    justification: 登记条件、程序和期限由法律规定，服务特性不由本局决定，本局没有设计和开发活动。
=== licensing.yaml
kind: licensing
items:
  - id: XK-01
    name: 企业名称预先核准
    online: true # expect exclusion/design-in-scope
=== support.yaml
kind: support
systems: # expect exclusion/design-in-scope
  - { id: XT-01, name: 企业信用信息系统 }
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.3"
    justification: 登记条件、程序和期限由法律规定，服务特性不由本局决定，本局没有设计和开发活动。
=== licensing.yaml
kind: licensing
items:
  - { id: XK-01, name: 企业名称预先核准, online: false }
`),
  ],
  *check({ registers, standard, index }) {
    const clause = standard.exclusions.design;
    const exclusion = index.excludedClauses.get(clause);
    if (!exclusion) return;
    const related = [spot(exclusion, 'clause')];
    const online = registers.licenceItems.filter(({ value }) => value.online);
    const [first] = online;
    if (first) yield { at: spot(first, 'online'), message: 'online', args: { clause, names: listed(online.map(({ value }) => value.name)) }, related };
    for (const entry of registers.support) {
      const systems = ((entry.value['systems'] ?? []) as readonly ({ readonly id: string; readonly name?: Wording } | null)[]).filter((system) => system !== null);
      if (systems.length > 0) yield { at: { ...spot(entry, 'systems'), on: 'key' }, message: 'system', args: { clause, names: listed(systems.map(({ id, name }) => name ?? id)) }, related };
    }
  },
};
