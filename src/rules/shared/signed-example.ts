// What the examples of the ledger's rules have in common: a procedure that three people signed, one after the other.

export const policy = `=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare, review, approve], distinct: true, level: 1 } }
`;

export const people = `=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support }
people:
  - { id: p1, name: 甲一, unit: office }
  - { id: p2, name: 乙二, unit: office }
  - { id: p3, name: 丙三, unit: office }
`;

export const text = `=== procedures/QP-01.md
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
`;

export const prepared = `=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1
at: "2004-06-01T08:00:00Z"
`;

export const reviewed = `=== approvals/AB-QP-01/A-0/review-p2.yaml
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
`;

export const approved = `=== approvals/AB-QP-01/A-0/approve-p3.yaml
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
`;
