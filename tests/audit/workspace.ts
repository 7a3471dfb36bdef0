import { bareWorkspace, parseFiles } from '../memory.ts';

/** A small office with one audit ahead: a unit to be audited, a ledger to draw from, an old nonconformity. */
export const auditWorkspace: Readonly<Record<string, string>> = {
  ...bareWorkspace,
  ...parseFiles(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering:
  procedure: "AB/QP-{n:2}"
  form: "AB/QR-{parent}-{n:2}"
  nonconformity: "NC-{year}-{n:3}"
  audit: "NS-{year}-{n:2}"
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support, kind: office }
  - { id: hall, name: 工商窗口, block: licensing, kind: centre }
posts:
  - { id: clerk, name: 文件管理员, unit: office }
  - { id: window-head, name: 窗口负责人, unit: hall }
people:
  - { id: p1, name: 甲, unit: hall, posts: [window-head] }
  - { id: p2, name: 乙, unit: office, posts: [clerk], qualifications: [{ kind: lead-auditor, from: 2004-01-01, until: 2006-12-31 }] }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office], related: [hall] }
  - { clause: "8.2.4", lead: [hall] }
=== processes.yaml
kind: processes
processes:
  - { id: LP01, name: 企业登记, block: licensing, owner: hall, clauses: ["8.2.4"], documents: [AB/QP-02] }
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.6", justification: 本局不使用需要校准的测量装置。 }
=== cases.yaml
kind: case-ledger
block: licensing
cases:
${Array.from({ length: 9 }, (_, at) => `  - { no: DJ-${at + 1}, type: ${at % 2 ? '变更' : '设立'}, received: 2004-0${at % 3 + 7}-10, first_handler: p1 }`).join('\n')}
=== audits/2004/programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-10-11, units: [office, hall], processes: [LP01], clauses: ["4.2.3", "8.2.4"], leader: p2 }
=== audits/2004/plan.yaml
kind: audit-plan
id: NS-2004-01
from: 2004-10-11
until: 2004-10-11
leader: p2
timetable:
  - { on: 2004-10-11, from: "09:00", until: "10:30", unit: hall, process: LP01, clauses: ["4.2.3", "8.2.4"], auditors: [p2], interviewee: window-head }
=== nc.yaml
kind: nonconformity
id: NC-2003-004
source: audit
audit: NS-2003-01
unit: hall
clause: "8.2.4"
item: 8.2.4-d
grade: minor
status: planned
found: { by: p2, on: 2003-10-20 }
fact: { statement: 两份登记档案没有核准人签字。 }
=== QP-02.md
---
type: procedure
id: AB/QP-02
title: 登记程序
revision: A/0
status: effective
blocks: [licensing]
clauses: ["8.2.4"]
owner: hall
effective: 2004-06-01
---

# 登记程序

## 4.1 核准

承诺件由受理人以外的核准员核准，核准员在 AB/QR-QP02-01 上签字。:req[8.2.4-d]

## 4.2 步骤

| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |
|---|---|---|---|---|
| 1 受理 | 核对材料 | 窗口负责人 | 当日 | AB/QR-QP02-01 |
| 2 核准 | 核准登记 | 窗口负责人 | 5日 | AB/QR-QP02-01 |
=== QR-QP02-01.md
---
type: form
id: AB/QR-QP02-01
title: 登记审核表
revision: A/0
status: effective
blocks: [licensing]
clauses: ["8.2.4"]
owner: hall
procedure: AB/QP-02
evidences: [REC21-18]
effective: 2004-06-01
---

# 登记审核表
`),
};
