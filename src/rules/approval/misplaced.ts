import { approvalPath } from '#model/approval.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** An approval says for itself where it belongs. */
export const misplaced: ProjectRule = {
  code: 'approval/misplaced', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'An approval that does not belong where it lies', 'zh-CN': '签署凭证放错了地方' },
  why: {
    en: 'An approval moved to another document, revision or person would lend its weight to a text nobody signed.',
    'zh-CN': '凭证挪到别的文件、版次或人员名下，就会替没人签过的文字作保。',
  },
  messages: {
    document: {
      en: 'No document carries the number {document}.',
      'zh-CN': '没有编号为 {document} 的文件。',
    },
    path: {
      en: '{document} lies at {actual}, but this approval was given for {path}.',
      'zh-CN': '{document} 现在位于 {actual}，而这份凭证是为 {path} 签署的。',
    },
    person: {
      en: '{person} is not a person of the organization.',
      'zh-CN': '{person} 不是本单位人员。',
    },
    file: {
      en: 'This approval belongs at {expected}, by what it says.',
      'zh-CN': '按其内容，这份凭证应位于 {expected}。',
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
revision: A/0
status: effective
owner: office
effective: "2004-07-01"
---

# 文件控制程序
=== approvals/AB-QP-09/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-09 # expect approval/misplaced
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
`),
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
path: procedures/QP-02.md # expect approval/misplaced
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
`),
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
revision: A/0
status: effective
owner: office
effective: "2004-07-01"
---

# 文件控制程序
=== approvals/AB-QP-01/A-0/prepare-p9.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p9 # expect approval/misplaced
at: "2004-06-01T08:00:00Z"
`),
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
revision: A/0
status: effective
owner: office
effective: "2004-07-01"
---

# 文件控制程序
=== approvals/AB-QP-01/A-1/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01 # expect approval/misplaced
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
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
  *check({ approvals, index }) {
    for (const record of approvals) {
      const { document, path, person } = record.value;
      const known = index.documents.get(document) ?? [];
      if (known.length === 0) yield { at: spot(record, 'document'), message: 'document', args: { document } };
      else if (!known.some((one) => one.path === path)) yield { at: spot(record, 'path'), message: 'path', args: { document, path, actual: known[0]?.path ?? '' } };
      if (!index.people.has(person)) yield { at: spot(record, 'person'), message: 'person', args: { person } };
      const expected = approvalPath(record.value);
      // A confirmation may be given every year: its file carries the day as well.
      if (record.path !== expected && !record.path.startsWith(`${expected.slice(0, -'.yaml'.length)}-`)) yield { at: spot(record, 'document'), message: 'file', args: { expected } };
    }
  },
};
