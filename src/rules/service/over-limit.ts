import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Case } from '#model/system.ts';
import { addWorkingDays } from '#model/calendar.ts';

/** SVC-002: a case past its limit is either extended in time or a nonconformity. */
export const overLimit: ProjectRule = {
  code: 'service/over-limit', severity: 'error', scope: 'project',
  title: { en: 'Case past its limit', 'zh-CN': '办件超过时限' },
  why: { en: 'The limit is what the law and the promise owe the applicant; a missed one has to lead to action.', 'zh-CN': '时限是法律和承诺对申请人的保证，超过时限必须有处置。' },
  messages: {
    decided: { en: 'Case {no} was due on {due} and decided on {end}, with neither extension nor nonconformity report. Record one.', 'zh-CN': '{no} 应于 {due} 前办结，{end} 才作出决定，没有延期审批，也没有不合格登记。请补登处置。' },
    open: { en: 'Case {no} was due on {due} and is still open, with neither extension nor nonconformity report. Decide it, and record why it is late.', 'zh-CN': '{no} 应于 {due} 前办结，至今未办结，没有延期审批，也没有不合格登记。请尽快办结并登记原因。' },
    late: { en: 'The extension of case {no} was approved on {on}, after the limit of {due} had run out. Report the case as a nonconformity.', 'zh-CN': '{no} 的延期于 {on} 批准，已在期限 {due} 届满之后。请按不合格登记。' },
  },
  examples: [
    bad(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - no: DJ-001
    type: 承诺件
    due: 2004-11-08
    decided: 2004-11-10 # expect service/over-limit
  - no: DJ-002
    type: 承诺件
    accepted: 2004-11-01
    limit_days: 5 # expect service/over-limit
  - no: DJ-003
    type: 承诺件
    due: 2004-11-08
    extended: { by: head, on: 2004-11-10 } # expect service/over-limit
    decided: 2004-11-12
`),
    good(`
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-001, type: 承诺件, due: 2004-11-08, decided: 2004-11-08 }
  - { no: DJ-002, type: 承诺件, due: 2004-11-08, decided: 2004-11-12, extended: { by: head, on: 2004-11-08 } }
  - { no: DJ-003, type: 承诺件, due: 2004-11-08, decided: 2004-11-12, nonconformity: NC-2004-001 }
  - { no: DJ-004, type: 承诺件, accepted: 2004-11-01, limit_days: 5, decided: 2004-11-08 }
  - { no: DJ-005, type: 承诺件, due: 2005-01-10 }
`),
  ],
  *check({ registers, today }) {
    for (const entry of registers.cases) {
      const { no = '', decided, closed, extended, nonconformity } = entry.value;
      const due = dueDay(entry.value);
      const end = decided ?? closed;
      if (due === undefined || nonconformity !== undefined || (end ?? today) <= due) continue;
      if (extended) {
        if (extended.on > due) yield { at: spot(entry, 'extended'), message: 'late', args: { no, on: extended.on, due } };
      } else if (end !== undefined) yield { at: spot(entry, decided === undefined ? 'closed' : 'decided'), message: 'decided', args: { no, due, end } };
      else yield { at: spot(entry, entry.value.due === undefined ? 'limit_days' : 'due'), message: 'open', args: { no, due } };
    }
  },
};

/** As entered, else counted in working days from acceptance: the reading kinder to the handler. */
function dueDay({ due, accepted, limit_days }: Case): string | undefined {
  return due ?? (accepted !== undefined && limit_days !== undefined ? addWorkingDays(accepted, limit_days) : undefined);
}
