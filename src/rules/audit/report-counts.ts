import type { AuditFinding, ChecklistRow, Nonconformity } from '#model/audit.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** Checklists, reports and nonconformities of an audit tell the same story. */
export const reportCounts: ProjectRule = {
  code: 'audit/report-counts', severity: 'error', basis: 'practice', scope: 'project',
  title: { en: 'Audit report does not agree with checklists and nonconformities', 'zh-CN': '内审报告与检查表、不符合报告对不上' },
  why: {
    en: 'Figures that go to the management review have to be found again in the records; a finding that is lost on the way is never followed up.',
    'zh-CN': '提交管理评审的数字应当能在记录里逐项找到；中途丢掉的审核发现，不会有人跟踪。',
  },
  messages: {
    row: { en: 'Row {no} is judged as a nonconformity, but no report was opened for it. Open one (`qms nc open`) and enter its number.', 'zh-CN': '第{no}行判为不符合，却没有开出不符合报告。请开出（`qms nc open`）并填写编号。' },
    stray: { en: 'Row {no} names {id}, which is no nonconformity of audit {audit}. Correct the number.', 'zh-CN': '第{no}行写的 {id} 不是审核 {audit} 的不符合报告。请更正编号。' },
    observation: { en: 'The observation in row {no} ({item}) is neither in the report on audit {audit} nor taken up by a nonconformity. Add it to the report.', 'zh-CN': '第{no}行（{item}）的观察项既没有写入审核 {audit} 的报告，也没有归入不符合报告。请补入报告。' },
    open: { en: 'The report on audit {audit} is written, but {count} rows of this checklist are not judged. Judge them, or say why they do not apply.', 'zh-CN': '审核 {audit} 的报告已经编制，但本检查表还有{count}行没有判定。请判定，或者写明不适用的理由。' },
    unreported: { en: 'Nonconformity {id} of audit {audit} is not in its report. Add it to the findings.', 'zh-CN': '审核 {audit} 的不符合报告 {id} 没有写入内审报告。请补入审核发现。' },
    unlinked: { en: 'Finding {id} is graded as a nonconformity, but names no nonconformity of this audit. Enter its number.', 'zh-CN': '审核发现 {id} 定为不符合，却没有写明本次审核的不符合报告编号。请补填。' },
    differs: { en: 'Finding {id} says {field} {here}, {nc} says {there}. Make them agree.', 'zh-CN': '审核发现 {id} 的{field}是 {here}，{nc} 写的是 {there}。请统一。' },
  },
  examples: [
    bad(`
=== programme.yaml
kind: audit-programme
year: "2004"
audits: [{ id: NS-2004-01, planned: 2004-12-27, held: 2004-12-27 }]
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows: # expect audit/report-counts
  - { no: 1, item: 8.2.4-d, question: 谁核准？, judgement: nonconform, evidence: 受理号0312无核准签字, nonconformity: NC-2004-001 }
  - { no: 2, item: 8.2.4-e, question: 有没有未批先发？, judgement: nonconform, evidence: 受理号0347先发后批 } # expect audit/report-counts
  - { no: 3, item: 7.5.3-c, question: 编号是否连续？, judgement: observation, evidence: 0320空号 } # expect audit/report-counts
  - { no: 4, item: 7.5.3-a, question: 能否识别？ }
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
audit: NS-2004-01
item: 8.2.4-d
grade: minor
status: open
fact: { statement: 受理号0312的审核表没有核准签字 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: audit
audit: NS-2004-01
status: open
fact: { statement: 公示栏没有收费标准 }
=== report.yaml
kind: audit-report
audit: NS-2004-01 # expect audit/report-counts
findings:
  - { id: F1, item: 8.2.4-d, grade: major, fact: 一份没有核准签字, criterion: 程序4.3, evidence: 受理号0312, nonconformity: NC-2004-001 } # expect audit/report-counts
  - { id: F2, item: 8.2.4-e, grade: minor, fact: 一份先发后批, criterion: 程序4.5, evidence: 受理号0347 } # expect audit/report-counts
`),
    good(`
=== programme.yaml
kind: audit-programme
year: "2004"
audits: [{ id: NS-2004-01, planned: 2004-12-27, held: 2004-12-27 }, { id: NS-2004-02, planned: 2004-12-28, held: 2004-12-28 }]
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-01
rows:
  - { no: 1, item: 8.2.4-d, question: 谁核准？, judgement: nonconform, evidence: 受理号0312无核准签字, nonconformity: NC-2004-001 }
  - { no: 2, item: 7.5.3-c, question: 编号是否连续？, judgement: observation, evidence: 0320空号 }
=== still-at-work.yaml
kind: audit-checklist
audit: NS-2004-02
rows:
  - { no: 1, item: 8.2.4-d, question: 谁核准？ }
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: audit
audit: NS-2004-01
item: 8.2.4-d
grade: minor
status: open
fact: { statement: 受理号0312的审核表没有核准签字 }
=== report.yaml
kind: audit-report
audit: NS-2004-01
findings:
  - { id: F1, item: 8.2.4-d, grade: minor, fact: 一份没有核准签字, criterion: 程序4.3, evidence: 受理号0312, nonconformity: NC-2004-001 }
  - { id: F2, item: 7.5.3-c, grade: observation, fact: 一个空号, criterion: 程序4.6, evidence: 受理台帐 }
`),
  ],
  *check(project) {
    const { registers } = project;
    for (const report of registers.reports) {
      const { audit, findings = [] } = report.value;
      const own = new Map(registers.nonconformities.filter(({ value }) => value.audit === audit).map(({ value }) => [value.id, value]));
      const checklists = registers.checklists.filter(({ value }) => value.audit === audit);
      for (const checklist of checklists) yield* inChecklist(checklist, findings, own, audit);
      const told = new Set(findings.flatMap(({ nonconformity }) => nonconformity ?? []));
      for (const id of own.keys()) if (!told.has(id)) yield { at: spot(report, 'audit'), message: 'unreported', args: { id, audit } };
      for (const [at, finding] of findings.entries()) yield* inReport(report, at, finding, own);
    }
  },
};

function* inChecklist(checklist: Project['registers']['checklists'][number], findings: readonly AuditFinding[], own: ReadonlyMap<string, Nonconformity>, audit: string): Generator<Finding> {
  const rows = checklist.value.rows ?? [];
  const at = (row: ChecklistRow): number => rows.indexOf(row);
  for (const row of rows) {
    const { no = at(row) + 1, item = '', judgement, nonconformity: id } = row;
    if (judgement === 'nonconform' && id === undefined) yield { at: spot(checklist, 'rows', at(row), 'no'), message: 'row', args: { no } };
    else if (judgement === 'nonconform' && !own.has(id as string)) yield { at: spot(checklist, 'rows', at(row), 'nonconformity'), message: 'stray', args: { no, id: id as string, audit } };
    else if (judgement === 'observation' && id === undefined && !findings.some((finding) => finding.item === item)) yield { at: spot(checklist, 'rows', at(row), 'no'), message: 'observation', args: { no, item, audit } };
  }
  const open = rows.filter(({ judgement }) => judgement === undefined).length;
  if (open > 0) yield { at: spot(checklist, 'rows'), message: 'open', args: { audit, count: open } };
}

const fields = { item: { en: 'item', 'zh-CN': '标准要求' }, unit: { en: 'unit', 'zh-CN': '部门' }, grade: { en: 'grade', 'zh-CN': '程度' } } as const;

function* inReport(report: Entry<unknown>, at: number, finding: AuditFinding, own: ReadonlyMap<string, Nonconformity>): Generator<Finding> {
  const { id, grade, nonconformity } = finding;
  const known = own.get(nonconformity ?? '');
  if ((grade === 'major' || grade === 'minor') && !known) yield { at: spot(report, 'findings', at, 'id'), message: 'unlinked', args: { id } };
  if (!known) return;
  for (const [key, field] of Object.entries(fields) as [keyof typeof fields, (typeof fields)['item']][]) {
    const [here, there] = [finding[key], known[key]];
    if (here !== undefined && there !== undefined && here !== there) yield { at: spot(report, 'findings', at, key), message: 'differs', args: { id, field, here, nc: known.id, there } };
  }
}
