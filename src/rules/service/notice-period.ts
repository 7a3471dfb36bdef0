import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { daysBetween } from '#model/calendar.ts';

/** SVC-006: those concerned have time to speak, and are told what became of what they said. */
export const noticePeriod: ProjectRule = {
  code: 'service/notice-period', severity: 'warning', scope: 'project',
  title: { en: 'Notice too short, or opinions not answered', 'zh-CN': '公示告知时间不足或者未说明意见采纳情况' },
  why: { en: 'Notice that leaves no time to answer, or answers that nobody speaks to, make hearing people a formality.', 'zh-CN': '不给时间、不作回应，征求意见就成了走过场。' },
  messages: {
    short: { en: 'Case {no} was decided {days} days after notice; {least} are promised. Keep the period, or record why it could not be kept.', 'zh-CN': '{no} 在公示或者告知后{days}天即作出决定，规定为{least}天。请遵守期限，或者写明不能遵守的理由。' },
    silent: { en: 'Notice was given in case {no}, but nothing is said of opinions and which were taken up. Record it, also when there were none.', 'zh-CN': '{no} 已公示或者告知，但没有说明收到的意见和采纳情况。请补记，没有意见的也应写明。' },
  },
  examples: [
    bad(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - no: DJ-001
    type: 收费方案
    notice: 2004-11-01 # expect service/notice-period
    decided: 2004-11-05
    opinions: 收到三条，采纳一条
  - no: DJ-002
    type: 收费方案
    notice: 2004-11-01 # expect service/notice-period
    decided: 2004-11-10
`),
    good(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-001, type: 收费方案, notice: 2004-11-01, decided: 2004-11-08, opinions: 没有收到意见 }
  - { no: DJ-002, type: 收费方案, notice: 2004-12-29 }
  - { no: DJ-003, type: 承诺件, decided: 2004-11-05 }
=== enforcement.yaml
kind: enforcement
hearing: { request_days: 3 }
=== enforcement-cases.yaml
kind: case-ledger
block: enforcement
cases:
  - { no: JC-001, type: 一般程序案件, notice: 2004-11-01, decided: 2004-11-05, opinions: 当事人未申辩 }
`),
  ],
  *check(project) {
    for (const entry of project.registers.cases) {
      const { no = '', notice, decided, opinions } = entry.value;
      if (notice === undefined || decided === undefined) continue;
      const days = daysBetween(notice, decided);
      const least = leastDays(project, entry.block);
      if (days < least) yield { at: spot(entry, 'notice'), message: 'short', args: { no, days, least } };
      if (!opinions) yield { at: spot(entry, 'notice'), message: 'silent', args: { no } };
    }
  },
};

/** In enforcement the notice opens the time to ask for a hearing; elsewhere the promise to the public counts. */
function leastDays({ registers, config }: Project, block: string): number {
  const hearing = registers.enforcement.map(({ value }) => value.hearing?.request_days).find((days) => days !== undefined);
  return block === 'enforcement' && hearing !== undefined ? hearing : config.thresholds.notice_days;
}
