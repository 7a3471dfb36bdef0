import { bad, good, type ProjectRule } from '#model/rule.ts';
import { missingForms } from '../shared/form-for-record.ts';

/** REC-001 for records that the standard demands only under a circumstance. */
export const conditionalFormMissing: ProjectRule = {
  code: 'record/conditional-form-missing', severity: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'A record required under a circumstance has no form', 'zh-CN': '附条件的必备记录没有表单' },
  why: {
    en: 'When the circumstance comes up, it is too late to invent the form.',
    'zh-CN': '情形出现时再设计表单就来不及了。',
  },
  messages: {
    found: {
      en: 'No form evidences {record} (clause {clause}: {title}), which is required where its circumstance applies. Add `evidences: [{record}]` to a form in force, write one, or exclude what cannot apply.',
      'zh-CN': '没有表单对应记录 {record}（条款 {clause}：{title}），有关情形出现时须有此记录。请在现行表单中写入 `evidences: [{record}]`，或编制表单；确实不适用的应作删减。',
    },
    'not-in-force': {
      en: '{form} is to evidence {record} ({title}), but it is not in force, and no other form does. Bring it into force.',
      'zh-CN': '{form} 对应记录 {record}（{title}），但尚未生效或已失效，又没有别的表单。请使其生效。',
    },
  },
  examples: [
    bad(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.6" }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "7.5", lead: [office] } # expect record/conditional-form-missing
=== f.md
---
type: form
id: AB/QR-QP11-01
title: 登记台帐
revision: A/0
status: review # expect record/conditional-form-missing
owner: office
evidences: [REC21-12]
---
`),
    good(`
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.6" }
=== f.md
---
type: form
id: AB/QR-QP11-01
title: 登记台帐
revision: A/0
status: effective
owner: office
evidences: [REC21-11, REC21-12, REC21-13]
---
`),
  ],
  *check(project) {
    yield* missingForms(project, true);
  },
};
