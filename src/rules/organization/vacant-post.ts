import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { serves } from '#model/qualified.ts';

/** A post that nobody holds today. A workspace that keeps no list of people is left alone. */
export const vacantPost: ProjectRule = {
  code: 'organization/vacant-post', severity: 'info', basis: 'practice', scope: 'project',
  title: { en: 'A post is vacant', 'zh-CN': '岗位空缺' },
  why: {
    en: 'Steps given to a vacant post stay undone unless somebody knows who stands in.',
    'zh-CN': '交给空缺岗位的步骤没有人做，除非明确由谁代行。',
  },
  messages: {
    found: {
      en: 'Nobody holds the post {post} today. Enter the holder, or see to it that a deputy stands in.',
      'zh-CN': '“{post}”今日没有任职人员。请登记任职人员，或落实代理人。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: clerk, name: 文件管理员 }
  - { id: archivist, name: 档案管理员 } # expect organization/vacant-post
people:
  - { id: p01, name: 甲, posts: [clerk] }
  - { id: p02, name: 乙, posts: [archivist], until: 2004-10-31 }
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: clerk, name: 文件管理员 }
people:
  - { id: p01, name: 甲, posts: [clerk], since: 2004-01-01 }
`),
  ],
  *check({ registers, standard, today }) {
    if (registers.people.length === 0) return;
    const held = new Set(registers.people.filter(({ value }) => serves(value, today)).flatMap(({ value }) => value.posts ?? []));
    for (const post of registers.posts) {
      if (!held.has(post.value.id)) yield { at: spot(post, 'id'), clauses: [standard.organization.responsibility], message: 'found', args: { post: post.value.name } };
    }
  },
};
