import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approvalsNow, inRole, policyFor, submitted } from '../shared/ledger.ts';
import { approved, people, policy, prepared, reviewed, text } from '../shared/signed-example.ts';

/** Every role that the policy names has signed the present revision. */
export const approvalMissingRole: ProjectRule = {
  code: 'approval/missing', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'A required approval is missing', 'zh-CN': '缺少规定的签署' },
  why: {
    en: 'The workspace promises in qms.yaml who signs this type of document; without the signature the status field is only a word.',
    'zh-CN': 'qms.yaml 规定了这类文件由谁签署；没有签署，状态字段只是一句话。',
  },
  messages: {
    found: {
      en: 'Revision {revision} of {id} lacks the role "{role}". Run `qms approve {id} --role {role} --as PERSON`.',
      'zh-CN': '{id} 的 {revision} 版缺少“{role}”签署。请运行 `qms approve {id} --role {role} --as 人员`。',
    },
  },
  examples: [
    bad(`${policy}${people}=== procedures/QP-01.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective # expect approval/missing
owner: office
effective: "2004-07-01"
---

# 文件控制程序
${prepared}${reviewed}`),
    good(`${policy}${people}${text}${prepared}${reviewed}${approved}`),
  ],
  *check(project) {
    for (const document of submitted(project)) {
      const records = approvalsNow(project, document);
      for (const role of policyFor(project, document)?.roles ?? []) {
        if (inRole(records, role).length > 0) continue;
        yield { at: spot(document, 'status'), message: 'found', args: { id: document.value.id, revision: document.value.revision ?? '', role } };
      }
    }
  },
};
