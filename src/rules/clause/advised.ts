import { bad, good, type ProjectRule } from '#model/rule.ts';
import { openDemands } from '../shared/open-demands.ts';

/** What auditors are used to see for a clause though the standard does not demand it. */
export const clauseAdvised: ProjectRule = {
  code: 'clause/advised', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'A clause lacks what is customary', 'zh-CN': '条款缺少惯常做法' },
  why: {
    en: 'The standard does not demand it in these words, but an auditor will ask how the clause is met without it.',
    'zh-CN': '标准没有这样明文要求，但审核员会追问：没有它，条款怎样落实？',
  },
  messages: { found: { en: '{say}', 'zh-CN': '{say}' } },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect clause/advised
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
rules: { clause/advised: off }
`),
  ],
  *check(project) {
    for (const { clause, at, unmet: { requirement, say, basis, coveredBy } } of openDemands(project)) {
      if (basis === 'practice') yield { at, clauses: [clause], message: 'found', args: { say, requirement }, ...(coveredBy ? { coveredBy } : {}) };
    }
  },
};
