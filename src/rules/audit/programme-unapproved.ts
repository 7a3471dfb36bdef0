import { auditDay } from '#model/audits.ts';
import { addWorkingDays } from '#model/calendar.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** AUD-007: audits go by a programme that somebody answers for; until it is approved it is a draft. */
export const programmeUnapproved: ProjectRule = {
  code: 'audit/programme-unapproved', severity: 'warning', scope: 'project',
  title: { en: 'Audits held by a draft programme', 'zh-CN': '年度内审方案未批准即实施审核' },
  why: { en: 'A programme that nobody has approved is a draft: nobody has decided that these audits are enough, and units need not follow it.', 'zh-CN': '没有批准的方案只是草案：谁也没有决定这样安排是否足够，部门也不必照办。' },
  messages: {
    unapproved: { en: 'The audit programme of {year} is not approved, though its first audit on {day} is near or past. Have it approved: `qms audit sign {year}`.', 'zh-CN': '{year}年度内审方案尚未批准，而首次审核（{day}）临近或者已过。请办理批准：`qms audit sign {year}`。' },
    late: { en: 'The audit programme of {year} was approved on {on}, after its first audit on {day}. Approve programmes before audits begin.', 'zh-CN': '{year}年度内审方案于 {on} 批准，晚于首次审核（{day}）。方案应在审核开始前批准。' },
  },
  examples: [
    bad(`
=== programme.yaml
kind: audit-programme
year: "2004" # expect audit/programme-unapproved
audits:
  - { id: NS-2004-01, planned: 2004-10-11, held: 2004-10-11 }
=== next.yaml
kind: audit-programme
year: "2005"
approved: { by: head, on: 2004-12-20 } # expect audit/programme-unapproved
audits:
  - { id: NS-2005-01, planned: 2004-12-15 }
`),
    good(`
=== programme.yaml
kind: audit-programme
year: "2004"
approved: { by: head, on: 2004-07-09 }
audits:
  - { id: NS-2004-01, planned: 2004-10-11, held: 2004-10-11 }
=== draft.yaml
kind: audit-programme
year: "2005"
audits:
  - { id: NS-2005-01, planned: 2005-03-07 }
`),
  ],
  *check({ registers, config, today }) {
    for (const programme of registers.programmes) {
      const { year, approved, audits = [] } = programme.value;
      const day = audits.filter(({ status }) => status !== 'cancelled').map((audit) => auditDay(audit) ?? '9999').sort()[0];
      if (day === undefined) continue;
      if (approved === undefined) {
        if (addWorkingDays(day, -config.thresholds.audit_notice_days) < today) yield { at: spot(programme, 'year'), message: 'unapproved', args: { year, day } };
      } else if (approved.on > day) {
        yield { at: spot(programme, 'approved'), message: 'late', args: { year, day, on: approved.on } };
      }
    }
  },
};
