import { bodyPlace } from '#model/body-places.ts';
import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { findClause, requirementText } from '#model/standard.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

interface Named { readonly number: string | undefined; readonly at: Spot }

/** Clauses, items, points and required records that the standard does not have. Those of exclusions and nonconformity reports have rules of their own. */
export const unknownClause: ProjectRule = {
  code: 'document/unknown-clause', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'Clause or item that the standard does not have', 'zh-CN': '标准中没有的条款或要求项' },
  why: {
    en: 'A claim to a clause that does not exist shows nothing, and the clause that was meant stays open.',
    'zh-CN': '对应到不存在的条款，什么也证明不了，真正要对应的条款却空着。',
  },
  messages: {
    clause: { en: '{standard} has no clause {number}. Correct the number.', 'zh-CN': '{standard} 中没有条款 {number}。请改正。' },
    item: { en: '{standard} has no requirement item or point {number}. `qms explain CLAUSE` lists those of a clause.', 'zh-CN': '{standard} 中没有要求项或要点 {number}。`qms explain 条款号` 会列出该条款的各项。' },
    record: { en: '{standard} requires no record {number}. Correct the number.', 'zh-CN': '{standard} 的必备记录中没有 {number}。请改正。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
clauses:
  - "4.2.3"
  - "4.2.9" # expect document/unknown-clause
revision: A/0
status: draft
owner: office
---

分发号逐份登记。:req[4.2.3-z] <!-- expect document/unknown-clause -->

作废文件当日收回。:req[4.2.3-p9] <!-- expect document/unknown-clause -->
=== b.md
---
type: form
id: AB/QR-QP01-01
title: 文件发放登记表
evidences: [REC21-99] # expect document/unknown-clause
revision: A/0
status: draft
owner: office
---
`),
    bad(`
=== processes.yaml
kind: processes
processes:
  - {id: GP01, name: 内部审核, clauses: ["8.2.5"]} # expect document/unknown-clause
=== audits/checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows:
  - {no: 1, question: 旧版收回了吗, item: 4.2.3-q} # expect document/unknown-clause
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
clauses: ["4.2.3", "8.2"]
revision: A/0
status: draft
owner: office
---

分发号逐份登记。:req[4.2.3-c] :req[4.2.3-p1]
`),
  ],
  *check(project) {
    const { standard } = project;
    const records = new Set(standard.records.map(({ id }) => id));
    const title = standard.title;
    for (const { number, at } of clausesNamed(project)) {
      if (typeof number === 'string' && !findClause(standard, number)) yield { at, message: 'clause', args: { standard: title, number }, clauses: [] };
    }
    for (const { number, at } of itemsNamed(project)) {
      if (typeof number === 'string' && !requirementText(standard, number)) yield { at, message: 'item', args: { standard: title, number }, clauses: [] };
    }
    for (const document of project.documents) {
      for (const [position, number] of (document.value.evidences ?? []).entries()) {
        if (typeof number === 'string' && !records.has(number)) yield { at: spot(document, 'evidences', position), message: 'record', args: { standard: title, number }, clauses: [] };
      }
    }
  },
};

function* clausesNamed({ documents, registers }: Project): Iterable<Named> {
  for (const entry of [...documents, ...registers.processes, ...registers.audits]) {
    for (const [position, number] of (entry.value.clauses ?? []).entries()) yield { number, at: spot(entry, 'clauses', position) };
  }
  for (const plan of registers.plans) {
    for (const [row, sitting] of (plan.value.timetable ?? []).entries()) {
      for (const [position, number] of (sitting?.clauses ?? []).entries()) yield { number, at: spot(plan, 'timetable', row, 'clauses', position) };
    }
  }
  for (const entry of registers.responsibilities) yield { number: entry.value.clause, at: spot(entry, 'clause') };
}

function* itemsNamed({ documents, registers }: Project): Iterable<Named> {
  for (const document of documents) {
    for (const claim of document.body.claims) yield { number: claim.item, at: bodyPlace(document, 'claims', claim) };
  }
  for (const entry of registers.decisions) yield { number: entry.value.item, at: spot(entry, 'item') };
  for (const list of registers.checklists) {
    for (const [row, value] of (list.value.rows ?? []).entries()) yield { number: value?.item, at: spot(list, 'rows', row, 'item') };
  }
  for (const report of registers.reports) {
    for (const [row, value] of (report.value.findings ?? []).entries()) yield { number: value?.item, at: spot(report, 'findings', row, 'item') };
  }
  for (const review of registers.reviews) {
    for (const [row, value] of (review.value.inputs ?? []).entries()) yield { number: value?.item, at: spot(review, 'inputs', row, 'item') };
  }
}
