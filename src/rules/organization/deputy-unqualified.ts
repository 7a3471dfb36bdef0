import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { qualified, serves } from '#model/qualified.ts';

/** Who stands in for a post that requires a qualification holds it too. */
export const deputyUnqualified: ProjectRule = {
  code: 'organization/deputy-unqualified', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'A deputy lacks the qualification that the post requires', 'zh-CN': '代理人没有岗位要求的资格' },
  why: {
    en: 'On the day the holder is away, decisions are taken by somebody who may not take them.',
    'zh-CN': '任职人不在岗的那天，决定就由没有资格的人作出。',
  },
  messages: {
    found: {
      en: '{post} requires {kinds}; nobody who holds the deputy post {deputy} has it today. Qualify a holder or name another deputy.',
      'zh-CN': '“{post}”要求具备 {kinds} 资格，代理岗位“{deputy}”今日在岗人员均不具备。请取得资格，或另定代理岗位。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: approver, name: 核准员, requires: [approver], deputy: clerk } # expect organization/deputy-unqualified
  - { id: clerk, name: 文件管理员 }
people:
  - { id: p01, name: 甲, posts: [clerk], qualifications: [{ kind: approver, until: 2004-06-30 }] }
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: approver, name: 核准员, requires: [approver], deputy: clerk }
  - { id: clerk, name: 文件管理员 }
people:
  - { id: p01, name: 甲, posts: [clerk], qualifications: [{ kind: approver, until: 2005-06-30 }] }
`),
  ],
  *check({ registers, index, standard, today }) {
    for (const post of registers.posts) {
      const { name, requires = [], deputy } = post.value;
      if (deputy === undefined || requires.length === 0) continue;
      const holders = registers.people.filter(({ value }) => value.posts?.includes(deputy) && serves(value, today));
      if (holders.length === 0) continue; // organization/vacant-post tells of it
      const lacking = requires.filter((kind) => !holders.some(({ value }) => qualified(value, [kind], today)));
      if (lacking.length > 0) yield { at: spot(post, 'deputy'), clauses: [standard.organization.competence], message: 'found', args: { post: name, kinds: listed(lacking), deputy: index.posts.get(deputy)?.value.name ?? deputy } };
    }
  },
};
