import { dateFaults } from '#model/nonconformity-dates.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** NCR-006: the steps of a report follow one another. */
export const dateOrder: ProjectRule = {
  code: 'nonconformity/date-order', severity: 'error', scope: 'project',
  title: { en: 'Dates of a nonconformity report out of order', 'zh-CN': '不符合报告各环节日期颠倒' },
  why: { en: 'An action verified before it was done is a sign that the report was made up afterwards.', 'zh-CN': '验证早于完成之类的日期，说明报告可能是事后补造的。' },
  messages: {
    found: { en: '{later} ({on}) lies before {earlier} ({before}). Correct the date that is wrong.', 'zh-CN': '{later}（{on}）早于{earlier}（{before}）。请核实并更正有误的日期。' },
  },
  examples: [
    bad(`
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: closed
fact: { statement: 两份登记档案受理与核准为同一人 }
found: { by: head, on: 2004-10-12 }
accepted: { by: head, on: 2004-10-12 }
action:
  planned: 2004-10-15
  done: 2004-11-20
verification:
  by: head
  on: 2004-11-10 # expect nonconformity/date-order
closed: 2004-11-08 # expect nonconformity/date-order
`),
    good(`
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: closed
fact: { statement: 两份登记档案受理与核准为同一人, when: 2004-10-12 }
found: { by: head, on: 2004-10-12 }
action: { done: 2004-11-20 }
verification: { by: head, on: 2004-11-24 }
closed: 2004-11-24
`),
  ],
  *check({ registers }) {
    for (const report of registers.nonconformities) {
      for (const { keys, later, on, earlier, before } of dateFaults(report.value)) yield { at: spot(report, ...keys), message: 'found', args: { later, on, earlier, before } };
    }
  },
};
