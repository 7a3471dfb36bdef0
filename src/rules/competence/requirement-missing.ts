import { inForce } from '#model/document.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';
import { missing } from '#model/missing.ts';
import { stepTables } from '../shared/step-tables.ts';

/** TRN-001: a post that people hold or that work is given to, without a word on what its holder must be able to do. */
export const requirementMissing: ProjectRule = {
  code: 'competence/requirement-missing', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'Post without competence requirements', 'zh-CN': '岗位没有能力要求' },
  why: {
    en: 'Whether a holder is competent, and which training is needed, can only be judged against a requirement.',
    'zh-CN': '没有能力要求，就无法判断任职人员能否胜任，也无法确定培训需求。',
  },
  messages: {
    found: {
      en: 'Post {post} does work that affects the service, but no competence is required of it. State education, training, skills or experience in `competence`.',
      'zh-CN': '岗位“{post}”从事影响服务质量的工作，却没有规定能力要求。请在 `competence` 中写明学历、培训、技能或者经历。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室, block: support }]
posts:
  - { id: clerk, name: 文件管理员, unit: office } # expect competence/requirement-missing
  - { id: archivist, name: 档案管理员, unit: office } # expect competence/requirement-missing
  - { id: driver, name: 驾驶员, unit: office, competence: {} }
people:
  - { id: p1, name: 甲, unit: office, posts: [clerk] }
=== licensing.yaml
kind: licensing
items:
  - { id: XK-01, name: 名称核准, intake: archivist }
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - id: approver
    name: 核准员
    competence: { training: [] } # expect competence/requirement-missing
=== QP-11.md
---
type: procedure
id: AB/QP-11
title: 行政许可程序
revision: A/0
status: effective
effective: 2004-07-01
owner: office
---
# 行政许可程序
## 4 工作程序
| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |
| --- | --- | --- | --- | --- |
| 1 核准 | 作第二道审核 | 办公室、核准员 | 1日 | 无 |
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室, block: support }]
posts:
  - { id: clerk, name: 文件管理员, unit: office, competence: { training: [文件控制程序] } }
  - { id: vacant, name: 调研员, unit: office }
people:
  - { id: p1, name: 甲, unit: office, posts: [clerk] }
`),
  ],
  *check(project) {
    const used = usedPosts(project);
    for (const post of project.registers.posts) {
      const { education, training, skills, experience } = post.value.competence ?? {};
      const stated = [education, training, skills, experience].some((value) => missing([[value, '']]).length === 0);
      if (!stated && used.has(post.value.id)) yield { at: spot(post, 'competence'), message: 'found', args: { post: post.value.name } };
    }
  },
};

/** Ids of the posts that people hold, that licence items and case steps name, or that a step of a document in force is given to. */
function usedPosts(project: Project): Set<string | undefined> {
  const { registers, documents, words, today } = project;
  const byName = new Map(registers.posts.flatMap(({ value }) => allWords(value.name).map((name) => [name, value.id] as const)));
  const cells = documents.filter((document) => inForce(document, today)).flatMap((document) => stepTables(document, words))
    .flatMap(({ table, cell }) => table.rows.flatMap((row) => (cell(row, 'post') ?? '').split(/[、，,;；/／和及与]|\s(?:and|or)\s/)));
  return new Set([
    ...registers.people.flatMap(({ value }) => value.posts ?? []),
    ...registers.licenceItems.flatMap(({ value }) => [value.intake, value.approval]),
    ...registers.enforcement.flatMap(({ value }) => [...(value.steps ?? []).map(({ post }) => post), value.approval]),
    ...cells.map((name) => byName.get(name.trim())),
  ]);
}
