import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addDays } from '#model/calendar.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** How long after an audit its report may still be in writing. */
const GRACE_DAYS = 14;

/** AUD-009: the results of an audit are put on paper, judged and told to those concerned. */
export const reportMissing: ProjectRule = {
  code: 'audit/report-missing', severity: 'error', scope: 'project',
  title: { en: 'Audit without a complete report', 'zh-CN': '没有完整的内审报告' },
  why: { en: 'Results that are not reported cannot be acted upon, and the management review has nothing to go by.', 'zh-CN': '审核结果不报告，就无从整改，管理评审也没有依据。' },
  messages: {
    missing: { en: 'Audit {id} was held on {held} and has no report. Write it.', 'zh-CN': '审核 {id} 已于 {held} 进行，但没有内审报告。请编制报告。' },
    incomplete: { en: 'The report on audit {id} has no {missing}. Complete it.', 'zh-CN': '审核 {id} 的内审报告缺少{missing}。请补齐。' },
    unknown: { en: 'No programme or plan knows audit {id}. Correct the number, or add the audit to the programme.', 'zh-CN': '年度方案和审核计划中都没有审核 {id}。请更正编号，或者补入年度方案。' },
  },
  examples: [
    bad(`
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - id: NS-2004-01
    planned: 2004-10-11
    held: 2004-10-11 # expect audit/report-missing
  - { id: NS-2004-02, planned: 2004-10-12, held: 2004-10-12 }
=== report-2.yaml
kind: audit-report
audit: NS-2004-02
conclusion: { conformity: 基本符合标准要求 } # expect audit/report-missing
=== report-9.yaml
kind: audit-report
audit: NS-2004-09 # expect audit/report-missing
conclusion: { conformity: 符合, effectiveness: 有效 }
distribution: [office]
`),
    good(`
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-10-11, held: 2004-10-11 }
  - { id: NS-2004-02, planned: 2004-12-27, held: 2004-12-27 }
=== report.yaml
kind: audit-report
audit: NS-2004-01
conclusion: { conformity: 基本符合标准要求, effectiveness: 运行有效 }
distribution: [office]
`),
  ],
  *check({ registers, today }) {
    const reported = new Set(registers.reports.map(({ value }) => value.audit));
    const known = new Set([...registers.audits, ...registers.plans].map(({ value }) => value.id));
    for (const audit of registers.audits) {
      const { id, held, status } = audit.value;
      if (held === undefined || status === 'cancelled' || reported.has(id) || addDays(held, GRACE_DAYS) >= today) continue;
      yield { at: spot(audit, 'held'), message: 'missing', args: { id, held } };
    }
    for (const report of registers.reports) {
      const { audit: id, conclusion, distribution } = report.value;
      if (!known.has(id)) yield { at: spot(report, 'audit'), message: 'unknown', args: { id } };
      const lacking = missing([
        [conclusion?.conformity, { en: 'conclusion on conformity', 'zh-CN': '符合性结论' }],
        [conclusion?.effectiveness, { en: 'conclusion on effectiveness', 'zh-CN': '有效性结论' }],
        [distribution, { en: 'distribution list', 'zh-CN': '分发范围' }],
      ]);
      if (lacking.length > 0) yield { at: spot(report, conclusion ? 'conclusion' : 'audit'), message: 'incomplete', args: { id, missing: listed(lacking) } };
    }
  },
};
