import { bad, good, type ProjectRule } from '#model/rule.ts';
import { missingForms } from '../shared/form-for-record.ts';

/** REC-001: each record that the standard demands has a form in force. */
export const formMissing: ProjectRule = {
  code: 'record/form-missing', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'A required record has no form', 'zh-CN': '标准要求的记录没有表单' },
  why: {
    en: 'Without a form nobody knows what to write down, and the evidence never comes into being.',
    'zh-CN': '没有表单，就没有人知道要记什么，证据也无从产生。',
  },
  messages: {
    found: {
      en: 'No form evidences {record} (clause {clause}: {title}). Add `evidences: [{record}]` to the form in force that realises it, or write one.',
      'zh-CN': '没有表单对应必备记录 {record}（条款 {clause}：{title}）。请在实现它的现行表单中写入 `evidences: [{record}]`，或编制表单。',
    },
    'not-in-force': {
      en: '{form} is to evidence {record} ({title}), but it is not in force, and no other form does. Bring it into force.',
      'zh-CN': '{form} 对应必备记录 {record}（{title}），但尚未生效或已失效，又没有别的表单。请使其生效。',
    },
  },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000 # expect record/form-missing
language: zh-CN
organization: 某局
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "8.2.2", lead: [office] } # expect record/form-missing
=== f.md
---
type: form
id: AB/QR-QP15-01
title: 管理评审报告
revision: A/0
status: draft # expect record/form-missing
owner: office
evidences: [REC21-01]
---
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.3" }
=== f.md
---
type: form
id: AB/QR-QP15-01
title: 综合记录
revision: A/0
status: effective
owner: office
evidences: [REC21-01, REC21-02, REC21-03, REC21-04, REC21-10, REC21-17, REC21-18, REC21-19, REC21-20, REC21-21]
---
`),
  ],
  *check(project) {
    yield* missingForms(project, false);
  },
};
