import { spot, type Spot } from '#model/place.ts';
import type { Registers } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** People, deputies, heads and members hold posts that exist. */
export const organizationUnknownPost: ProjectRule = {
  code: 'organization/unknown-post', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'A post does not exist', 'zh-CN': '岗位不存在' },
  why: {
    en: 'Who holds a post that stands nowhere has no duties on paper, and a deputy who does not exist stands in for nobody.',
    'zh-CN': '担任未设置的岗位，职责就没有依据；指定不存在的岗位代理，等于无人代理。',
  },
  messages: {
    found: {
      en: 'There is no post {id} in the organization. Use the id of a post that exists, or enter the post.',
      'zh-CN': '机构设置中没有岗位 {id}。请改用现有岗位的标识，或登记该岗位。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, head: chief } # expect organization/unknown-post
posts:
  - { id: clerk, name: 文件管理员, unit: office, deputy: typist } # expect organization/unknown-post
people:
  - { id: p01, name: 甲, unit: office, posts: [clerk, driver] } # expect organization/unknown-post
bodies:
  - { id: board, name: 领导小组, chair: chief, members: [clerk] } # expect organization/unknown-post
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, head: chief }
posts:
  - { id: clerk, name: 文件管理员, unit: office, deputy: chief }
  - { id: chief, name: 办公室主任, unit: office }
people:
  - { id: p01, name: 甲, unit: office, posts: [clerk] }
bodies:
  - { id: board, name: 领导小组, chair: chief, members: [clerk] }
`),
  ],
  *check({ registers, index, standard }) {
    const clauses = [standard.organization.responsibility];
    for (const { id, at } of postsNamed(registers)) if (!index.posts.has(id)) yield { at, clauses, message: 'found', args: { id } };
  },
};

interface Named { readonly id: string; readonly at: Spot }

function postsNamed({ people, posts, units, bodies }: Registers): Named[] {
  return [
    ...units.flatMap((unit) => one(unit.value.head, spot(unit, 'head'))),
    ...posts.flatMap((post) => one(post.value.deputy, spot(post, 'deputy'))),
    ...people.flatMap((person) => (person.value.posts ?? []).map((id, at) => ({ id, at: spot(person, 'posts', at) }))),
    ...bodies.flatMap((body) => [...one(body.value.chair, spot(body, 'chair')), ...(body.value.members ?? []).map((id, at) => ({ id, at: spot(body, 'members', at) }))]),
  ];
}

function one(id: string | undefined, at: Spot): Named[] {
  return id === undefined ? [] : [{ id, at }];
}
