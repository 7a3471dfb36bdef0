import { reachingFiles } from '#model/approval.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approvalsNow, inRole, personName, submittedWithDigest } from '../shared/ledger.ts';

/** An edit to approved text without a new revision, found without git history. */
export const silentEdit: ProjectRule = {
  code: 'approval/silent-edit', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'Approved text was changed', 'zh-CN': '已批准的文字被改动' },
  why: {
    en: 'What people signed is no longer what they read: a changed text needs a new revision and a new approval.',
    'zh-CN': '签署时看到的已不是现在的文字：文字一改，就须有新的修订号和新的批准。',
  },
  messages: {
    text: {
      en: 'The text of revision {revision} is not the one that {person} approved on {at}. Restore it, or raise the revision with `qms revise {id}` and have it approved.',
      'zh-CN': '{revision} 版的文字不是 {person} 于 {at} 批准的那一份。请恢复原文，或用 `qms revise {id}` 升版后重新批准。',
    },
    include: {
      en: 'The file {file}, which is shown in this document, changed after {person} approved it on {at}. Restore it, or raise the revision.',
      'zh-CN': '文件中显示的 {file} 在 {person} 于 {at} 批准之后有改动。请恢复，或升版后重新批准。',
    },
  },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare, review, approve], distinct: true, level: 1 } }
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support }
people:
  - { id: p1, name: 甲一, unit: office }
  - { id: p2, name: 乙二, unit: office }
  - { id: p3, name: 丙三, unit: office }
=== procedures/QP-01.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0 # expect approval/silent-edit
status: effective
owner: office
effective: "2004-07-01"
---

# 文件控制程序
=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
=== approvals/AB-QP-01/A-0/review-p2.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: review
person: p2
at: "2004-06-02T08:00:00Z"
previous: 3d02cf65af8d5aedc8da4f15b1f7e43d630d2c1f5fff318b3ee04a586a738e5c
=== approvals/AB-QP-01/A-0/approve-p3.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: approve
person: p3
at: "2004-06-03T08:00:00Z"
previous: 38db31189490811c7f6c8e8f5cc735f9490b6d7ab6e003f6c29112e21d883ac5
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare, review, approve], distinct: true, level: 1 } }
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support }
people:
  - { id: p1, name: 甲一, unit: office }
  - { id: p2, name: 乙二, unit: office }
  - { id: p3, name: 丙三, unit: office }
=== procedures/QP-01.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
effective: "2004-07-01"
---

# 文件控制程序
=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
=== approvals/AB-QP-01/A-0/review-p2.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: review
person: p2
at: "2004-06-02T08:00:00Z"
previous: 3d02cf65af8d5aedc8da4f15b1f7e43d630d2c1f5fff318b3ee04a586a738e5c
=== approvals/AB-QP-01/A-0/approve-p3.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: approve
person: p3
at: "2004-06-03T08:00:00Z"
previous: 38db31189490811c7f6c8e8f5cc735f9490b6d7ab6e003f6c29112e21d883ac5
`),
  ],
  *check(project) {
    const digests = new Map(project.files.map(({ path, digest }) => [path, digest]));
    for (const { document, digest } of submittedWithDigest(project)) {
      const { id, revision = '' } = document.value;
      for (const { value } of inRole(approvalsNow(project, document), 'approve')) {
        const told = { id, revision, person: personName(project, value.person), at: value.at.slice(0, 10) };
        if (value.sha256 !== digest) yield { at: spot(document, 'revision'), message: 'text', args: told };
        const stood = new Map((value.includes ?? []).map(({ path, sha256 }) => [path, sha256]));
        for (const file of new Set([...reachingFiles(document), ...stood.keys()])) {
          if (stood.get(file) !== digests.get(file)) yield { at: spot(document, 'revision'), message: 'include', args: { ...told, file } };
        }
      }
    }
  },
};
