import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clausePlace } from '../shared/clause-place.ts';
import { manualsInForce } from '../shared/manuals.ts';

/** A quality management system has a quality manual in force. */
export const manualMissing: ProjectRule = {
  code: 'manual/missing', severity: 'error', whileBuilding: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'No quality manual in force', 'zh-CN': '没有现行的质量手册' },
  why: {
    en: 'The manual states scope, exclusions and the interaction of the processes; without it nobody can tell what the system covers.',
    'zh-CN': '手册写明体系的范围、删减和过程的相互作用；没有手册，就说不清体系管什么、不管什么。',
  },
  messages: {
    found: {
      en: 'There is no document of type manual. Write the quality manual (clause {clause}).',
      'zh-CN': '没有类型为 manual 的文件。请编制质量手册（条款 {clause}）。',
    },
    'not-in-force': {
      en: 'The quality manual {id} is not in force, and there is no other. Approve it and bring it into force.',
      'zh-CN': '质量手册 {id} 尚未生效或已失效，又没有别的手册。请完成审批并使其生效。',
    },
  },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect manual/missing
language: zh-CN
organization: 某局
`),
    bad(`
=== manual.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: review # expect manual/missing
owner: office
---
`),
    good(`
=== manual.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: effective
owner: office
---
`),
  ],
  *check(project) {
    if (manualsInForce(project).length > 0) return;
    const { clause } = project.standard.manual;
    const manuals = project.documents.filter(({ value }) => value.type === 'manual');
    const manual = manuals.find(({ value }) => value.part_of === undefined) ?? manuals[0];
    yield manual
      ? { at: spot(manual, 'status'), clauses: [clause], message: 'not-in-force', args: { id: manual.value.id } }
      : { at: clausePlace(project, clause), clauses: [clause], message: 'found', args: { clause } };
  },
};
