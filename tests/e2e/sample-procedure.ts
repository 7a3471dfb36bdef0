/** A procedure that fits its schema, with comments in its front matter, and the form it names; drafts of the office that `init --prefix AB` writes. */
export const procedure = `---
type: procedure
# the number of the training procedure
id: AB/QP-07
title: Training # short
revision: A/0
status: draft
owner: qms-office
records: [AB/QR-QP07-01]
changes:
  - { revision: A/0, section: all, summary: first issue }
---

# Training

## 1 Purpose

To have every post filled by people who can do the work it asks for, and to be able to show it at any time.

## 2 Scope

All posts of the office.

## 3 Responsibilities

The quality officer plans training and judges its effect; each head of unit names the needs of the unit.

## 4 Procedure

| Step | Work | Post | Limit | Record |
|---|---|---|---|---|
| 1 | Ask each unit for its needs | Quality officer | by 10 January | AB/QR-QP07-01 |

## 5 Related documents

AB/QM-01.

## 6 Related records

AB/QR-QP07-01.
`;

export const form = `---
type: form
id: AB/QR-QP07-01
title: Training needs
revision: A/0
status: draft
owner: qms-office
procedure: AB/QP-07
retention: { years: 3 }
keeper: qms-office
disposal: destroy
fields: []
---

| Unit | Need |
|---|---|
`;
