import { inForce, type Document } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addMonths } from '#model/calendar.ts';

/** DOC-013: a document that nobody looked at again. Forms, chapters and plans without a day of their own go with their parent. */
export const reviewOverdue: ProjectRule = {
  code: 'document/review-overdue', severity: 'warning', scope: 'project',
  title: { en: 'Planned review is overdue', 'zh-CN': '文件定期评审逾期' },
  why: {
    en: 'Laws, posts and forms change; a document that is not read again drifts away from what is done.',
    'zh-CN': '法律、岗位、表单都在变，长期不复查的文件会与实际做法脱节。',
  },
  messages: {
    found: {
      en: '{id} was to be reviewed by {due}. Review it: confirm it, revise it or withdraw it, and enter the next day.',
      'zh-CN': '{id} 应在 {due} 前评审。请复查并确认继续有效、修订或作废，再写明下次评审日期。',
    },
    unset: {
      en: '{id} has been in force for more than {months} months and no day of review is set. Review it and enter `review_due`.',
      'zh-CN': '{id} 生效已超过 {months} 个月，又没有规定评审日期。请复查并填写 `review_due`。',
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
effective: 2003-07-01
review_due: 2004-06-30 # expect document/review-overdue
---
`),
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
effective: 2003-07-01 # expect document/review-overdue
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
effective: 2003-07-01
review_due: 2005-06-30
---
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: obsolete
owner: office
effective: 2001-07-01
review_due: 2002-06-30
---
`),
  ],
  *check({ documents, today, config, approvals }) {
    const months = config.thresholds.review_months;
    for (const document of documents) {
      const { id, type, effective } = document.value;
      // A confirmation (reviewed, unchanged) moves the day on without touching the approved text.
      const confirmed = approvals.filter(({ value }) => value.document === id && value.role === 'confirm').at(-1)?.value.review_due;
      const due = confirmed ?? document.value.review_due;
      if (type === 'external' || !inForce(document, today)) continue;
      if (due !== undefined) {
        if (due < today) yield { at: spot(document, 'review_due'), message: 'found', args: { id, due } };
      } else if (standsAlone(document) && effective !== undefined && addMonths(effective, months) < today) {
        yield { at: spot(document, 'effective'), message: 'unset', args: { id, months } };
      }
    }
  },
};

function standsAlone({ value }: Document): boolean {
  return value.type !== 'form' && value.type !== 'plan' && value.part_of === undefined;
}
