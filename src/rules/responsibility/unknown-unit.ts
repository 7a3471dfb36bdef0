import { spot, type Entry, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** Work, posts and people are given to units and sites that exist. */
export const unknownUnit: ProjectRule = {
  code: 'responsibility/unknown-unit', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'A unit or site does not exist', 'zh-CN': '部门或场所不存在' },
  why: {
    en: 'A responsibility given to a unit that does not exist, or no longer does, is given to nobody.',
    'zh-CN': '把职责交给不存在或已撤销的部门，等于没有人负责。',
  },
  messages: {
    unit: {
      en: 'There is no unit {id} in the organization. Use the id of a unit that exists, or enter the unit.',
      'zh-CN': '机构设置中没有部门 {id}。请改用现有部门的标识，或登记该部门。',
    },
    site: {
      en: 'There is no site {id} in the organization. Use the id of a site that exists, or enter the site.',
      'zh-CN': '机构设置中没有场所 {id}。请改用现有场所的标识，或登记该场所。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, site: annex } # expect responsibility/unknown-unit
posts:
  - { id: clerk, name: 文件管理员, unit: registry } # expect responsibility/unknown-unit
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office] }
  - { clause: "4.2.4", lead: [archives] } # expect responsibility/unknown-unit
=== processes.yaml
kind: processes
processes:
  - { id: MP05, name: 文件控制, owner: registry } # expect responsibility/unknown-unit
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
sites:
  - { id: annex, name: 附楼 }
units:
  - { id: office, name: 办公室, site: annex }
posts:
  - { id: clerk, name: 文件管理员, unit: office }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office] }
`),
  ],
  *check(project) {
    const { responsibility } = project.standard.organization;
    const sites = new Set(project.registers.sites.map(({ value }) => value.id));
    for (const { id, at } of unitsNamed(project)) if (!project.index.units.has(id)) yield { at, clauses: [responsibility], message: 'unit', args: { id } };
    for (const { id, at } of sitesNamed(project)) if (!sites.has(id)) yield { at, clauses: [responsibility], message: 'site', args: { id } };
  },
};

interface Named { readonly id: string; readonly at: Spot }

function unitsNamed({ registers }: Project): Named[] {
  return [
    ...registers.responsibilities.flatMap((row) => (['lead', 'related'] as const).flatMap((key) => (row.value[key] ?? []).map((id, at) => ({ id, at: spot(row, key, at) })))),
    ...values(registers.processes, 'owner'), ...values(registers.posts, 'unit'), ...values(registers.people, 'unit'), ...values(registers.units, 'parent'),
  ];
}

function sitesNamed({ registers }: Project): Named[] {
  return [...values(registers.units, 'site'), ...values(registers.assets, 'site'), ...values(registers.environment, 'site'), ...values(registers.channels, 'site')];
}

function values<K extends string>(entries: readonly Entry<{ readonly [key in K]?: string }>[], key: K): Named[] {
  return entries.flatMap((entry) => {
    const id = entry.value[key];
    return id === undefined ? [] : [{ id, at: spot(entry, key) }];
  });
}
