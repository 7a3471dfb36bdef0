import { isObsolete, type DocumentMeta } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';

type Named = readonly [id: string | undefined, ...keys: (string | number)[]];

/** Whoever signs, owns or holds a document is a person, post or unit of the organization. */
export const unknownPerson: ProjectRule = {
  code: 'document/unknown-person', severity: 'error', basis: 'practice', scope: 'project',
  title: { en: 'Named person, post or unit does not exist', 'zh-CN': '所列人员、岗位或部门不存在' },
  why: {
    en: 'A signature or a duty that leads to nobody is none.',
    'zh-CN': '签署或职责落不到人，等于没有签署、没有职责。',
  },
  messages: {
    found: {
      en: '{who} is neither a person, nor a post, nor a unit of the organization. Correct the name, or enter it in the organization register.',
      'zh-CN': '机构登记表中没有 {who} 这个人员、岗位或部门。请改正，或在机构登记表中登记。',
    },
    named: {
      en: '{who} is a name; its id in the organization register is {id}. Write {id}: names change and may occur twice.',
      'zh-CN': '{who} 是名称，它在机构登记表中的编号（id）是 {id}。请写 {id}：名称会变，也可能重名。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }]
people: [{ id: p1, name: 甲, unit: office }]
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
status: draft
owner: 办公室 # expect document/unknown-person
prepared: { by: 甲, on: 2004-03-01 } # expect document/unknown-person
---
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{id: office, name: 办公室}]
posts: [{id: clerk, name: 文件管理员, unit: office}]
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: ofice # expect document/unknown-person
prepared: {by: clerk, on: 2004-05-01}
approved: {by: p99, on: 2004-06-01} # expect document/unknown-person
distribution:
  - office
  - {holder: nobody, copy: "003"} # expect document/unknown-person
---
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{id: office, name: 办公室}]
posts: [{id: clerk, name: 文件管理员, unit: office}]
people: [{id: p01, name: 甲, unit: office}]
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
prepared: {by: clerk, on: 2004-05-01}
approved: {by: p01, on: 2004-06-01}
distribution: [office, {holder: clerk}]
---
`),
  ],
  *check({ documents, registers, index }) {
    if (registers.organizations.length === 0) return;
    const { people, posts, units } = registers;
    const ids = new Map([...units, ...posts, ...people].flatMap(({ value }) => allWords(value.name).map((name) => [name, value.id] as const)));
    for (const document of documents) {
      if (isObsolete(document)) continue;
      const strangers = Map.groupBy(namesIn(document.value), ([who]) => who);
      for (const [who, places] of strangers) {
        if (who === undefined || index.units.has(who) || index.posts.has(who) || index.people.has(who)) continue;
        const [first, ...others] = places.map(([, ...keys]) => spot(document, ...keys));
        const id = ids.get(who);
        if (first) yield { at: first, ...(id === undefined ? { message: 'found', args: { who } } : { message: 'named', args: { who, id } }), related: others };
      }
    }
  },
};

function namesIn({ owner, prepared, reviewed, approved, keeper, distribution, milestones, changes }: DocumentMeta): Named[] {
  return [
    [owner, 'owner'], [prepared?.by, 'prepared', 'by'], [reviewed?.by, 'reviewed', 'by'], [approved?.by, 'approved', 'by'], [keeper, 'keeper'],
    ...(distribution ?? []).map((entry, position): Named => (typeof entry === 'string' ? [entry, 'distribution', position] : [entry?.holder, 'distribution', position, 'holder'])),
    ...(milestones ?? []).map((milestone, position): Named => [milestone?.owner, 'milestones', position, 'owner']),
    ...(changes ?? []).map((change, position): Named => [change?.by, 'changes', position, 'by']),
  ];
}
