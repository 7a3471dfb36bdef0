import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addWorkingDays } from '#model/calendar.ts';

/** Working days for the call-back where the consumer register sets none. */
const CALL_BACK_DAYS = 10;

/** SVC-008: a complaint ends with a reply and with the question whether it helped. */
export const noReply: ProjectRule = {
  code: 'service/no-reply', severity: 'warning', scope: 'project',
  title: { en: 'Complaint closed without reply or call-back', 'zh-CN': '投诉结案未答复或者未回访' },
  why: { en: 'The consumer never learns the result, and the organization never learns whether it was one.', 'zh-CN': '消费者不知道结果，本单位也不知道问题是否真正解决。' },
  messages: {
    reply: { en: 'Case {no} was closed on {closed} without a reply to the consumer. Reply, and enter the day.', 'zh-CN': '{no} 已于 {closed} 结案，没有答复消费者。请答复并登记日期。' },
    callBack: { en: 'Case {no} was closed on {closed} and the consumer has not been called back. Call back, and enter the day.', 'zh-CN': '{no} 已于 {closed} 结案，没有回访消费者。请回访并登记日期。' },
  },
  examples: [
    bad(`
=== cases.yaml
kind: case-ledger
block: consumer
cases:
  - no: XF-001
    type: 申诉
    closed: 2004-11-15 # expect service/no-reply
    called_back: 2004-11-22
  - no: XF-002
    type: 申诉
    closed: 2004-11-15 # expect service/no-reply
    replied: 2004-11-15
`),
    good(`
=== cases.yaml
kind: case-ledger
block: consumer
cases:
  - { no: XF-001, type: 申诉, closed: 2004-11-15, replied: 2004-11-15, called_back: 2004-11-22 }
  - { no: XF-002, type: 申诉, closed: 2004-12-27, replied: 2004-12-27 }
  - { no: XF-003, type: 申诉, received: 2004-12-27 }
`),
    good(`
=== consumer.yaml
kind: consumer
call_back: { share: 0.3, within_days: 10 }
=== cases.yaml
kind: case-ledger
block: consumer
cases:
  - { no: XF-001, type: 申诉, closed: 2004-11-15, replied: 2004-11-15 }
`),
  ],
  *check(project) {
    const { share, days } = callBackRule(project);
    for (const entry of project.registers.cases) {
      const { no = '', closed, replied, called_back } = entry.value;
      if (entry.block !== 'consumer' || closed === undefined) continue;
      if (replied === undefined) yield { at: spot(entry, 'closed'), message: 'reply', args: { no, closed } };
      if (called_back === undefined && share >= 1 && addWorkingDays(closed, days) < project.today) yield { at: spot(entry, 'closed'), message: 'callBack', args: { no, closed } };
    }
  },
};

/** What the consumer register promises: which share of cases is called back, and within how many days. */
function callBackRule({ registers }: Project): { readonly share: number; readonly days: number } {
  const rule = registers.consumer.map(({ value }) => value['call_back'] as { share?: number; within_days?: number } | undefined).find((given) => given !== undefined);
  return { share: rule?.share ?? 1, days: rule?.within_days ?? CALL_BACK_DAYS };
}
