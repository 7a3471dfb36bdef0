import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** A report that an audit is said to have made belongs to an audit that exists. */
export const unknownAudit: ProjectRule = {
  code: 'nonconformity/unknown-audit', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'Nonconformity of an audit that does not exist', 'zh-CN': '不符合报告所属的审核不存在' },
  why: { en: 'It is then missing from the audit report, and its follow-up has no home.', 'zh-CN': '这样的报告进不了内审报告，后续跟踪也没有着落。' },
  messages: {
    unknown: { en: 'No programme or plan knows audit {audit}. Correct the number, or add the audit.', 'zh-CN': '年度方案和审核计划中都没有审核 {audit}。请更正编号，或者补登该次审核。' },
    missing: { en: 'The report {id} comes from an audit, but does not say which. Name it in `audit`.', 'zh-CN': '{id} 来自审核，却没有写明是哪一次。请在 `audit` 中写明。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
audit: NS-2004-09 # expect nonconformity/unknown-audit
status: open
fact: { statement: 受理与核准为同一人 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: audit # expect nonconformity/unknown-audit
status: open
fact: { statement: 公示栏未更新 }
`),
    good(`
=== plan.yaml
kind: audit-plan
id: NS-2004-01
from: 2005-03-11
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
audit: NS-2004-01
status: open
fact: { statement: 受理与核准为同一人 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: complaint
status: open
fact: { statement: 公示栏未更新 }
`),
  ],
  *check({ registers }) {
    const known = new Set([...registers.audits, ...registers.plans].map(({ value }) => value.id));
    for (const report of registers.nonconformities) {
      const { id, source, audit } = report.value;
      if (audit !== undefined && !known.has(audit)) yield { at: spot(report, 'audit'), message: 'unknown', args: { audit } };
      if (audit === undefined && source === 'audit') yield { at: spot(report, 'source'), message: 'missing', args: { id } };
    }
  },
};
