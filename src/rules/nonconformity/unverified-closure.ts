import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** NCR-004: a report is closed by what somebody has seen, not by a date. */
export const unverifiedClosure: ProjectRule = {
  code: 'nonconformity/unverified-closure', severity: 'error', scope: 'project',
  title: { en: 'Nonconformity closed without verification', 'zh-CN': '不符合未经验证即关闭' },
  why: { en: 'Follow-up has to verify the actions taken; a closed report without verification only looks finished.', 'zh-CN': '跟踪活动应当包括对措施的验证；未经验证就关闭，只是看起来完成了。' },
  messages: {
    found: { en: 'The report {id} is closed, but its verification has no {missing}. Verify the action and complete it.', 'zh-CN': '{id} 已关闭，但验证缺少{missing}。请验证措施并补齐。' },
    ineffective: { en: 'The report {id} is closed although its action did not work. Open a new report and name it in `replaced_by`.', 'zh-CN': '{id} 的措施经验证无效，却已关闭。请另开不符合报告，并在 `replaced_by` 中写明。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: closed # expect nonconformity/unverified-closure
fact: { statement: 两份登记档案受理与核准为同一人 }
closed: 2004-11-30
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: closed
fact: { statement: 公示栏两处未更新 }
verification: { by: head, on: 2004-11-20 } # expect nonconformity/unverified-closure
=== nc-4.yaml
kind: nonconformity
id: NC-2004-004
source: monitoring
status: closed
fact: { statement: 意见箱没有开启记录 }
verification: { by: head, on: 2004-11-20, seen: 已有记录, effective: true } # expect nonconformity/unverified-closure
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003
source: monitoring
status: closed
fact: { statement: 一份笔录没有页码 }
verification:
  by: head
  on: 2004-11-20
  seen: 抽查十份，三份仍无页码
  evidence: 验证记录第2页
  effective: false # expect nonconformity/unverified-closure
`),
    good(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: closed
fact: { statement: 两份登记档案受理与核准为同一人 }
verification: { by: head, on: 2004-11-20, seen: 抽查二十份档案均为两人, evidence: 验证记录第1页, effective: true }
closed: 2004-11-22
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: done
fact: { statement: 公示栏两处未更新 }
`),
  ],
  *check({ registers }) {
    for (const report of registers.nonconformities) {
      const { id, status, closed, verification, action, replaced_by } = report.value;
      if (status !== 'closed' && (status === 'reopened' || closed === undefined)) continue;
      const lacking = missing([
        [verification?.by, { en: 'verifier', 'zh-CN': '验证人' }], [verification?.on, { en: 'date', 'zh-CN': '验证日期' }],
        [verification?.evidence ?? action?.evidence, { en: 'evidence', 'zh-CN': '验证证据' }],
        [verification?.effective, { en: 'conclusion on effectiveness', 'zh-CN': '有效性结论' }],
      ]);
      if (lacking.length > 0) yield { at: spot(report, verification ? 'verification' : 'status'), message: 'found', args: { id, missing: listed(lacking) } };
      else if (verification?.effective === false && replaced_by === undefined) yield { at: spot(report, 'verification', 'effective'), message: 'ineffective', args: { id } };
    }
  },
};
