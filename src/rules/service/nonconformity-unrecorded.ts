import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Text } from '#model/text.ts';

const FAULTS: Readonly<Record<string, Text>> = {
  corrected: { en: 'corrected afterwards', 'zh-CN': '事后更正' },
  revoked: { en: 'revoked', 'zh-CN': '被撤销' },
  lost: { en: 'lost in review or court', 'zh-CN': '复议或者诉讼败诉' },
};

/** SVC-007: a wrong licence, a revoked or lost decision is a nonconforming product. */
export const nonconformityUnrecorded: ProjectRule = {
  code: 'service/nonconformity-unrecorded', severity: 'error', scope: 'project',
  title: { en: 'Wrong result not recorded as a nonconformity', 'zh-CN': '不合格的办理结果没有登记' },
  why: { en: 'What is mended in silence is never analysed, and the next applicant meets the same fault.', 'zh-CN': '悄悄改掉的差错不会有人分析，下一个申请人还会遇到。' },
  messages: {
    missing: { en: 'The result of case {no} was {outcome}, but no nonconformity is recorded. Open a report and name it in `nonconformity`.', 'zh-CN': '{no} 的结果为{outcome}，却没有不合格记录。请开具不合格报告，并在 `nonconformity` 中写明编号。' },
    unknown: { en: 'There is no nonconformity report {report}. Correct the number or add the report.', 'zh-CN': '没有编号为 {report} 的不合格报告。请更正编号或者补登该报告。' },
  },
  examples: [
    bad(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - no: DJ-001
    type: 承诺件
    outcome: corrected # expect service/nonconformity-unrecorded
  - no: DJ-002
    type: 承诺件
    outcome: revoked
    nonconformity: NC-2004-009 # expect service/nonconformity-unrecorded
`),
    good(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-001, type: 承诺件, outcome: corrected, nonconformity: NC-2004-001 }
  - { no: DJ-002, type: 承诺件, outcome: normal }
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: open
fact: { statement: 执照住所栏打印错误 }
`),
  ],
  *check({ registers }) {
    const reports = new Set(registers.nonconformities.map(({ value }) => value.id));
    for (const entry of registers.cases) {
      const { no = '', outcome = '', nonconformity } = entry.value;
      const fault = FAULTS[outcome];
      if (fault && nonconformity === undefined) yield { at: spot(entry, 'outcome'), message: 'missing', args: { no, outcome: fault } };
      if (nonconformity !== undefined && !reports.has(nonconformity)) yield { at: spot(entry, 'nonconformity'), message: 'unknown', args: { report: nonconformity } };
    }
  },
};
