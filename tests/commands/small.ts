/** A small bureau: enough for every list to have something to say. */
export const small: Readonly<Record<string, string>> = {
  'qms.yaml': `kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering:
  blocks: { top: GL, support: BZ, licensing: XK }
  procedure: "AB/QP-{n:2}"
  work-instruction: "AB/WI-{block}-{n:3}"
  form: "AB/QR-{parent}-{n:2}"
  nonconformity: "NC-{year}-{n:3}"
`,
  'organization.yaml': `kind: organization
name: 某局
units:
  - { id: office, name: 办公室, block: support, kind: office }
  - { id: window, name: 工商窗口, block: licensing, kind: centre }
posts:
  - { id: head, name: 办公室主任, unit: office }
people:
  - { id: p1, name: 甲一, unit: office, posts: [head], qualifications: [{ kind: internal-auditor, number: NS-01, from: "2004-01-01", until: "2004-06-30" }] }
`,
  'responsibilities.yaml': `kind: responsibilities
clauses:
  - { clause: "4.2.3", lead: [office], related: [window] }
`,
  'exclusions.yaml': `kind: exclusions
exclusions:
  - clause: "7.6"
    justification: 本局不使用需要校准的测量装置，结果的符合性由人员判断和书面复核证明。
    decided_by: head
    decided_on: "2004-05-20"
considered:
  - { clause: "7.3", decision: keep, reasoning: 信用信息系统由本局设计。 }
`,
  'external.yaml': `kind: external-documents
documents:
  - { id: WL-001, title: 中华人民共和国行政许可法, aliases: [行政许可法], issuer: 全国人民代表大会常务委员会, number: 主席令第七号, issued: "2003-08-27", in_force_from: "2004-07-01", standing: in-force, holder: office, checked: "2004-12-20" }
`,
  'distribution.yaml': `kind: distribution
copies:
  - { document: AB/QP-01, revision: A/0, copy: "001", holder: office, issued: "2004-07-01", received: { by: head, on: "2004-07-01" } }
  - { document: AB/QP-01, revision: A/0, copy: "002", holder: window, issued: "2004-07-01" }
`,
  'procedures/QP-01.md': `---
type: procedure
id: AB/QP-01
title: { zh-CN: 文件控制程序, en: Control of documents }
blocks: [support]
clauses: ["4.2.3"]
revision: A/0
status: effective
owner: office
approved: { by: head, on: "2004-06-20" }
effective: "2004-07-01"
review_due: "2004-12-01"
---

# 文件控制程序

## 4 工作程序

文件发布前由办公室主任批准。:req[4.2.3-d]
更改以更改单提出，重新批准。:req[4.2.3-e]
`,
  'forms/QR-QP01-01.md': `---
type: form
id: AB/QR-QP01-01
title: 受控文件清单 | 登记
revision: A/0
status: effective
owner: office
procedure: AB/QP-01
retention: { years: 3 }
keeper: office
disposal: destroy
medium: paper
effective: "2004-07-01"
---

| 序号 | 编号 |
|---|---|
`,
};
