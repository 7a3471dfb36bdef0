import { inForce, isObsolete } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { isWithin } from '#model/standard.ts';
import { clausePlace } from '../shared/clause-place.ts';

/** PRC-001: each documented procedure of the standard is there and in force. */
export const mandatoryMissing: ProjectRule = {
  code: 'procedure/mandatory-missing', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'A documented procedure that the standard demands is missing', 'zh-CN': '缺少标准要求的成文程序' },
  why: {
    en: 'Without the written procedure the clause is broken outright; the certification audit stops here.',
    'zh-CN': '没有成文程序就是直接违反该条款，认证审核到此不能通过。',
  },
  messages: {
    found: {
      en: 'Clause {clause} demands a documented procedure ({title}); no document of type procedure claims it. Write one, or add the clause to the `clauses` of the procedure that settles it.',
      'zh-CN': '条款 {clause} 要求有成文程序（{title}），没有一份类型为 procedure 的文件与之对应。请编制该程序，或在已作规定的程序的 `clauses` 中列出该条款。',
    },
    'not-in-force': {
      en: '{id} is the documented procedure for clause {clause} ({title}), but it is not in force. Approve it and bring it into force.',
      'zh-CN': '{id} 是条款 {clause} 要求的成文程序（{title}），但尚未生效或已失效。请完成审批并使其生效。',
    },
  },
  examples: [
    bad(`
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office] }
  - { clause: "8.2.2", lead: [office] } # expect procedure/mandatory-missing
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件、记录、不合格、纠正和预防措施控制程序
clauses: ["4.2", "8.3", "8.5"]
revision: A/0
status: effective
owner: office
---
`),
    bad(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 体系控制程序
clauses: ["4.2", "8.2", "8.3", "8.5"]
revision: A/0
status: draft # expect procedure/mandatory-missing
owner: office
---
`),
    good(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 体系控制程序
clauses: ["4.2.3", "4.2.4", "8.2.2", "8.3", "8.5.2", "8.5.3"]
revision: A/0
status: effective
owner: office
---
`),
  ],
  *check(project) {
    for (const { clause, title } of project.standard.procedures) {
      const procedures = project.documents.filter(({ value }) => value.type === 'procedure' && value.clauses?.some((claimed) => isWithin(clause, claimed)));
      if (procedures.some((document) => inForce(document, project.today))) continue;
      const unready = procedures.find((document) => !isObsolete(document));
      const clauses = [clause];
      yield unready
        ? { at: spot(unready, 'status'), clauses, message: 'not-in-force', args: { clause, title, id: unready.value.id } }
        : { at: clausePlace(project, clause), clauses, message: 'found', args: { clause, title } };
    }
  },
};
