import type { Finding } from '#model/diagnostic.ts';
import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** Top management and its representative are posts, and the representative is appointed in writing. */
export const noRepresentative: ProjectRule = {
  code: 'organization/no-representative', severity: 'error', whileBuilding: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'Top management or its representative is not settled', 'zh-CN': '最高管理者或管理者代表没有落实' },
  why: {
    en: 'Someone of the management has to have the authority to set up the system and to report on it; without an appointment nobody has.',
    'zh-CN': '须有一名管理层成员被授权建立体系、报告体系情况；没有任命，谁也没有这个权限。',
  },
  messages: {
    management: {
      en: 'The organization names no top management. Put the post of the head under `top_management`.',
      'zh-CN': '机构登记没有写明最高管理者。请在 `top_management` 填写负责人岗位。',
    },
    representative: {
      en: 'The organization names no management representative. Appoint one of the management and put the post under `representative`.',
      'zh-CN': '机构登记没有写明管理者代表。请任命一名管理层成员，并在 `representative` 填写其岗位。',
    },
    'not-a-post': {
      en: '{id} is no post of the organization. Name a post, not a unit or person.',
      'zh-CN': '{id} 不是机构设置中的岗位。请填写岗位，不要填部门或人员。',
    },
    appointment: {
      en: 'The appointment of the management representative is not on record. Give its document and day under `appointment`.',
      'zh-CN': '管理者代表的任命没有记载。请在 `appointment` 写明任命文件和日期。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization # expect organization/no-representative
name: 某局
posts:
  - { id: director, name: 局长 }
`),
    bad(`
=== organization.yaml
kind: organization # expect organization/no-representative
name: 某局
posts:
  - { id: director, name: 局长 }
top_management: director
representative: office # expect organization/no-representative
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: director, name: 局长 }
  - { id: deputy, name: 副局长 }
top_management: director
representative: deputy
appointment: { document: AB/QM-01, on: 2004-02-16 }
`),
  ],
  *check(project) {
    const { representative: clause, responsibility } = project.standard.organization;
    yield* post(project, 'top_management', 'management', responsibility);
    yield* post(project, 'representative', 'representative', clause);
    const named = project.registers.organizations.find(({ value }) => value.representative !== undefined);
    const appointed = project.registers.organizations.some(({ value: { appointment } }) => appointment?.document !== undefined && appointment.on !== undefined);
    if (named && !appointed) yield { at: spot(named, 'appointment'), clauses: [clause], message: 'appointment' };
  },
};

function* post({ registers, index, configPath }: Project, key: 'top_management' | 'representative', message: string, clause: string): Generator<Finding> {
  const [first] = registers.organizations;
  const entry = registers.organizations.find(({ value }) => value[key] !== undefined);
  const fallback: Spot = first ? spot(first, key) : { path: configPath, pointer: '/organization' };
  if (!entry) yield { at: fallback, clauses: [clause], message };
  else if (!index.posts.has(entry.value[key] as string)) yield { at: spot(entry, key), clauses: [clause], message: 'not-a-post', args: { id: entry.value[key] as string } };
}
