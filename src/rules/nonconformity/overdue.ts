import { currentDue } from '#model/nonconformity-steps.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addDays } from '#model/calendar.ts';

const ENDED = new Set(['done', 'verified', 'closed']);

/** NCR-001: action is taken without undue delay; more time is asked for before it has run out. */
export const overdue: ProjectRule = {
  code: 'nonconformity/overdue', severity: 'error', scope: 'project',
  title: { en: 'Corrective action overdue', 'zh-CN': '纠正措施逾期' },
  why: { en: 'Action has to be taken without undue delay; delay that nobody approved is a nonconformity of its own.', 'zh-CN': '措施应当及时采取，不得无故拖延；未经批准的拖延本身就是不符合。' },
  messages: {
    late: { en: 'The action of {id} was due on {due} and is not done. Complete it, or have an extension approved with its reason.', 'zh-CN': '{id} 的纠正措施应于 {due} 完成，现已逾期。请尽快完成，或者说明理由办理延期。' },
    unreasoned: { en: 'The extension of {id} until {until} has no reason or no approver, so it does not count. Complete it.', 'zh-CN': '{id} 延期至 {until}，但没有理由或者批准人，延期不成立。请补齐。' },
    effect: { en: 'The effect on {id}, a major nonconformity, was to be checked once more by {due}. Check it: `qms nc recheck {id}`.', 'zh-CN': '{id} 是严重不符合，应于 {due} 前复查效果，至今没有复查。请运行 `qms nc recheck {id}`。' },
    unplanned: { en: 'No action and no due date are set for {id}, more than {days} days after it was found. Set them.', 'zh-CN': '{id} 发现已超过{days}天，仍没有规定纠正措施的完成期限。请补定。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: planned
fact: { statement: 两份登记档案受理与核准为同一人 }
action: { what: 修改代理规定, due: 2004-11-30 } # expect nonconformity/overdue
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: planned
fact: { statement: 公示栏两处未更新 }
action:
  what: 按季更换
  due: 2004-11-30
  extended:
    - until: 2005-01-31 # expect nonconformity/overdue
=== nc-4.yaml
kind: nonconformity
id: NC-2004-004
source: monitoring
grade: major
status: verified
fact: { statement: 一份笔录只有一人签名 }
verification: { by: head, on: 2004-09-20, effective: true }
effect_check:
  due: 2004-12-20 # expect nonconformity/overdue
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003 # expect nonconformity/overdue
source: monitoring
status: open
found: { by: head, on: 2004-10-12 }
fact: { statement: 一份笔录没有页码 }
`),
    good(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: planned
fact: { statement: 两份登记档案受理与核准为同一人 }
action: { what: 修改代理规定, due: 2004-11-30, extended: [{ until: 2005-01-31, reason: 待软件升级, by: head }] }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: done
fact: { statement: 公示栏两处未更新 }
action: { what: 按季更换, due: 2004-11-30, done: 2004-11-20 }
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003
source: monitoring
grade: observation
status: open
found: { by: head, on: 2004-10-12 }
fact: { statement: 一份笔录没有页码 }
`),
  ],
  *check({ registers, config, today }) {
    const days = config.thresholds.nc_action_days;
    for (const report of registers.nonconformities) {
      const { id, status = '', action, found, grade, closed, rounds, effect_check: check } = report.value;
      if (check?.due !== undefined && check.due < today && check.effective === undefined) yield { at: spot(report, 'effect_check', 'due'), message: 'effect', args: { id, due: check.due } };
      const since = rounds?.at(-1)?.on ?? found?.on;
      if (action?.done !== undefined || closed !== undefined || ENDED.has(status)) continue;
      const due = currentDue(action);
      const empty = (action?.extended ?? []).findIndex((extension) => !extension.reason || !extension.by);
      if (due === undefined) {
        if (grade !== 'observation' && since !== undefined && addDays(since, days) < today) yield { at: spot(report, action ? 'action' : 'id'), message: 'unplanned', args: { id, days } };
      } else if (due < today) {
        if (empty >= 0) yield { at: spot(report, 'action', 'extended', empty, 'until'), message: 'unreasoned', args: { id, until: action?.extended?.[empty]?.until ?? '' } };
        else yield { at: spot(report, 'action', 'due'), message: 'late', args: { id, due } };
      }
    }
  },
};
