import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';
import { addMonths } from '#model/calendar.ts';

/** DOC-014: 试行 without an end, or past it. */
export const trialOver: ProjectRule = {
  code: 'document/trial-over', severity: 'warning', scope: 'project',
  title: { en: 'Trial document past its end', 'zh-CN': '试行文件超期' },
  why: {
    en: 'A trial that never ends is neither approved for good nor withdrawn: those who work by it cannot tell whether it binds them.',
    'zh-CN': '没完没了的试行，既没有转正也没有停止，执行的人说不清它还算不算数。',
  },
  messages: {
    over: { en: 'The trial of {id} ended on {until}. Approve it for good, extend it by a decision, or withdraw it.', 'zh-CN': '{id} 的试行期已于 {until} 届满。请转为正式文件、经批准延长，或者作废。' },
    long: { en: 'The trial of {id} runs until {until}, longer than {months} months. Shorten it.', 'zh-CN': '{id} 的试行期到 {until}，超过 {months} 个月。请缩短。' },
    open: { en: '{id} calls itself a trial document but sets no end. Enter `trial_until`.', 'zh-CN': '{id} 名为试行，却没有规定截止日期。请填写 `trial_until`。' },
  },
  examples: [
    bad(`
=== a.md
---
type: rule
id: AB/ZD-001
title: 窗口值班制度
revision: A/0
status: effective
owner: office
effective: 2004-01-01
trial_until: 2004-06-30 # expect document/trial-over
---
=== b.md
---
type: rule
id: AB/ZD-002
title: 首问负责制度（试行） # expect document/trial-over
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---
=== c.md
---
type: rule
id: AB/ZD-003
title: 限时办结制度
revision: A/0
status: effective
owner: office
effective: 2004-07-01
trial_until: 2006-12-31 # expect document/trial-over
---
`),
    good(`
=== a.md
---
type: rule
id: AB/ZD-001
title: 窗口值班制度（试行）
revision: A/0
status: effective
owner: office
effective: 2004-07-01
trial_until: 2005-06-30
---
`),
  ],
  *check({ documents, today, config }) {
    const months = config.thresholds.trial_months;
    for (const document of documents) {
      const { id, type, title, status, effective, trial_until: until } = document.value;
      if (type === 'external' || status !== 'effective') continue;
      if (until === undefined) {
        if (allWords(title).some((words) => /[（(]试行[）)]$|\btrial\)$/i.test(words))) yield { at: spot(document, 'title'), message: 'open', args: { id } };
      } else if (until < today) yield { at: spot(document, 'trial_until'), message: 'over', args: { id, until } };
      else if (effective !== undefined && addMonths(effective, months) < until) yield { at: spot(document, 'trial_until'), message: 'long', args: { id, until, months } };
    }
  },
};
