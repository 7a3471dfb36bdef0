import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { auditDay } from '#model/audits.ts';
import { addWorkingDays } from '#model/calendar.ts';

/** AUD-007: units learn of an audit in time, from a plan that somebody answers for. */
export const planLate: ProjectRule = {
  code: 'audit/plan-late', severity: 'warning', scope: 'project',
  title: { en: 'Audit plan not approved or sent too late', 'zh-CN': '审核计划未批准或者发出过迟' },
  why: { en: 'Units that learn of the audit at the door cannot have people and records ready, and planning is not shown.', 'zh-CN': '部门临时才知道审核，来不及准备人员和记录，也说明不了审核经过策划。' },
  messages: {
    unapproved: { en: 'The plan of audit {id} was not approved before the audit. Have it approved, with the day.', 'zh-CN': '审核 {id} 的实施计划在审核前没有批准。请办理批准并写明日期。' },
    unsent: { en: 'The plan of audit {id} has not been sent, though {days} working days before the audit have begun. Send it and enter the day: `qms audit send {id}`.', 'zh-CN': '审核 {id} 的实施计划应在审核前{days}个工作日发出，至今没有发出日期。请发出并登记：`qms audit send {id}`。' },
    late: { en: 'The plan of audit {id} was sent on {sent}, less than {days} working days before the audit. Send plans earlier.', 'zh-CN': '审核 {id} 的实施计划于 {sent} 发出，距审核不足{days}个工作日。请提前发出。' },
  },
  examples: [
    bad(`
=== plan-1.yaml
kind: audit-plan
id: NS-2004-01 # expect audit/plan-late
from: 2004-10-11
=== plan-2.yaml
kind: audit-plan
id: NS-2004-02
from: 2004-10-11
sent: 2004-10-08 # expect audit/plan-late
approved: { by: head, on: 2004-10-07 }
`),
    good(`
=== plan-1.yaml
kind: audit-plan
id: NS-2004-01
from: 2004-10-11
sent: 2004-10-04
approved: { by: head, on: 2004-10-04 }
=== plan-2.yaml
kind: audit-plan
id: NS-2005-01
from: 2005-03-07
`),
  ],
  *check({ registers, config, today }) {
    const days = config.thresholds.audit_notice_days;
    const planned = new Map(registers.audits.map(({ value }) => [value.id, auditDay(value)]));
    for (const plan of registers.plans) {
      const { id, from = planned.get(id), sent, approved } = plan.value;
      if (from === undefined) continue;
      const latest = addWorkingDays(from, -days);
      if (approved?.on === undefined ? latest < today : approved.on > from) yield { at: spot(plan, approved ? 'approved' : 'id'), message: 'unapproved', args: { id } };
      if (sent === undefined && latest < today) yield { at: spot(plan, 'id'), message: 'unsent', args: { id, days } };
      if (sent !== undefined && sent > latest) yield { at: spot(plan, 'sent'), message: 'late', args: { id, sent, days } };
    }
  },
};
