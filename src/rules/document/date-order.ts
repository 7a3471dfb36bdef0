import type { Document } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Text } from '#model/text.ts';
import { released } from '../shared/released.ts';

interface Step { readonly keys: readonly string[]; readonly on: string; readonly name: Text }

/** DOC-002: written, reviewed, approved, in force, in this order. */
export const dateOrder: ProjectRule = {
  code: 'document/date-order', severity: 'error', scope: 'project',
  title: { en: 'Dates out of order', 'zh-CN': '编制、审核、批准、生效日期颠倒' },
  why: {
    en: 'A document that took effect before it was approved was used unapproved, and an auditor reads it as signed afterwards.',
    'zh-CN': '生效早于批准，说明文件未经批准就在使用；审核员会认为签署是事后补的。',
  },
  messages: {
    found: {
      en: '{later} on {date}, yet {earlier} only on {other}. Check both dates against the signed original.',
      'zh-CN': '{later}日期是 {date}，{earlier}日期却是 {other}。请对照签署原件核对这两个日期。',
    },
    future: {
      en: '{later} on {date}, which has not come yet. A document in force cannot be signed in the future.',
      'zh-CN': '{later}日期 {date} 还没有到。现行文件不可能在将来签署。',
    },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
prepared: {by: clerk, on: 2004-05-01}
approved: {by: head, on: 2004-07-09}
effective: 2004-07-01 # expect document/date-order
---
`),
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: review
owner: office
prepared: {by: clerk, on: 2004-05-11}
reviewed: {by: head, on: 2004-05-01} # expect document/date-order
---
`),
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
approved: {by: head, on: 2005-07-09} # expect document/date-order
---
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
prepared: {by: clerk, on: 2004-05-01}
reviewed: {by: head, on: 2004-05-01}
approved: {by: head, on: 2004-06-09}
effective: 2004-07-01
review_due: 2005-06-30
---
`),
  ],
  *check({ documents, today }) {
    for (const document of documents) {
      const signed = steps(document);
      for (const [index, step] of signed.entries()) {
        const before = signed[index - 1];
        if (before && before.on > step.on) {
          yield {
            at: spot(document, ...step.keys), message: 'found', related: [spot(document, ...before.keys)],
            args: { later: step.name, date: step.on, earlier: before.name, other: before.on },
          };
        } else if (step.keys.length === 2 && step.on > today && released(document.value)) {
          yield { at: spot(document, ...step.keys), message: 'future', args: { later: step.name, date: step.on } };
        }
      }
    }
  },
};

function steps({ value }: Document): Step[] {
  const all: readonly (readonly [keys: string[], on: string | undefined, name: Text])[] = [
    [['prepared', 'on'], value.prepared?.on, { en: 'prepared', 'zh-CN': '编制' }],
    [['reviewed', 'on'], value.reviewed?.on, { en: 'reviewed', 'zh-CN': '审核' }],
    [['approved', 'on'], value.approved?.on, { en: 'approved', 'zh-CN': '批准' }],
    [['effective'], value.effective, { en: 'in force', 'zh-CN': '生效' }],
    [['trial_until'], value.trial_until, { en: 'end of the trial', 'zh-CN': '试行截止' }],
  ];
  return all.flatMap(([keys, on, name]) => (on === undefined ? [] : [{ keys, on, name }]));
}
