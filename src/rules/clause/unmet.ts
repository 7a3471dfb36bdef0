import { requirementText } from '#model/standard.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { openDemands } from '../shared/open-demands.ts';

/** Lets the schema of each clause judge what the workspace shows for it. */
export const clauseUnmet: ProjectRule = {
  code: 'clause/unmet', severity: 'error', whileBuilding: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'A clause is not met', 'zh-CN': '条款要求没有落实' },
  why: {
    en: 'Each auditable clause has a schema of what must exist to show that it is met: documents, procedures, records, posts, data.',
    'zh-CN': '每个可审核条款都有一份格式，规定要证明符合须有哪些文件、程序、记录、岗位和数据。',
  },
  messages: { found: { en: '{say} ({requirement}: {demand})', 'zh-CN': '{say}（{requirement}：{demand}）' }, plain: { en: '{say}', 'zh-CN': '{say}' } },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect clause/unmet
language: zh-CN
organization: 某局
=== organization.yaml
kind: organization
name: 某局
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
rules: { clause/unmet: off }
`),
  ],
  *check(project) {
    for (const { clause, at, unmet: { requirement, say, basis, coveredBy } } of openDemands(project)) {
      if (basis === 'practice') continue;
      const demand = requirementText(project.standard, requirement);
      yield {
        at, clauses: [clause], ...(coveredBy ? { coveredBy } : {}),
        ...(demand ? { message: 'found', args: { say, requirement, demand } } : { message: 'plain', args: { say } }),
      };
    }
  },
};
