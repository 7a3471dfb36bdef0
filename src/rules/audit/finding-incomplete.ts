import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

const ADVERSE = new Set(['major', 'minor', 'observation']);

/** AUD-005: a finding is evidence held against a criterion. */
export const findingIncomplete: ProjectRule = {
  code: 'audit/finding-incomplete', severity: 'error', scope: 'project',
  title: { en: 'Audit finding without criterion or evidence', 'zh-CN': '审核发现缺少准则或者证据' },
  why: { en: 'A finding without clause, rule broken or checkable evidence cannot be upheld when the unit disputes it.', 'zh-CN': '没有条款、依据和可核查证据的审核发现，部门一提异议就站不住。' },
  messages: {
    found: { en: 'Finding {id} has no {missing}. Complete it, or withdraw the finding.', 'zh-CN': '审核发现 {id} 缺少{missing}。请补齐，或者撤回该项发现。' },
    row: { en: 'Row {no} is judged as a nonconformity but has no {missing}. Complete it.', 'zh-CN': '第{no}行判为不符合，但缺少{missing}。请补齐。' },
  },
  examples: [
    bad(`
=== report.yaml
kind: audit-report
audit: NS-2004-01
findings:
  - { id: F1, grade: minor, fact: 两份登记档案受理与核准为同一人 } # expect audit/finding-incomplete
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows:
  - { no: 1, question: 承诺件是否一审一核？, judgement: nonconform } # expect audit/finding-incomplete
`),
    good(`
=== report.yaml
kind: audit-report
audit: NS-2004-01
findings:
  - { id: F1, grade: minor, item: 8.2.4-a, fact: 两份登记档案受理与核准为同一人, criterion: 登记程序4.3, evidence: 受理号0312、0347审核表 }
  - { id: F2, grade: strength, fact: 窗口一次性告知单内容完整 }
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows:
  - { no: 1, item: 8.2.4-a, question: 承诺件是否一审一核？, judgement: nonconform, evidence: 受理号0312、0347 }
  - { no: 2, question: 期限是否遵守？, judgement: conform }
`),
  ],
  *check({ registers }) {
    for (const report of registers.reports) {
      for (const [at, { id, grade = '', item, criterion, evidence }] of (report.value.findings ?? []).entries()) {
        if (!ADVERSE.has(grade)) continue;
        const lacking = missing([[item, { en: 'clause item', 'zh-CN': '标准条款' }], [criterion, { en: 'criterion', 'zh-CN': '判定依据' }], [evidence, { en: 'evidence', 'zh-CN': '审核证据' }]]);
        if (lacking.length > 0) yield { at: spot(report, 'findings', at, 'id'), message: 'found', args: { id, missing: listed(lacking) } };
      }
    }
    for (const checklist of registers.checklists) {
      for (const [at, { no, judgement, item, evidence }] of (checklist.value.rows ?? []).entries()) {
        if (judgement !== 'nonconform') continue;
        const lacking = missing([[item, { en: 'clause item', 'zh-CN': '标准条款' }], [evidence, { en: 'evidence', 'zh-CN': '审核证据' }]]);
        if (lacking.length > 0) yield { at: spot(checklist, 'rows', at, 'no'), message: 'row', args: { no: no ?? at + 1, missing: listed(lacking) } };
      }
    }
  },
};
