import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';
import { isSubmitted } from '../shared/submitted.ts';

/** REC-003: each form says how long, where and to what end its records are kept. */
export const retentionMissing: ProjectRule = {
  code: 'record/retention-missing', severity: 'error', scope: 'project',
  title: { en: 'Records without retention time, keeper or disposal', 'zh-CN': '记录没有保存期限、保管部门或处置方式' },
  why: {
    en: 'Records nobody is told to keep are thrown away with the next move of the office, or kept for ever.',
    'zh-CN': '没有规定保管的记录，不是随办公室搬家丢失，就是永远堆着。',
  },
  messages: {
    found: {
      en: 'The form {form} does not settle: {what}. Fill it in as the procedure for records lays it down.',
      'zh-CN': '表单 {form} 没有规定{what}。请按记录控制程序补填。',
    },
  },
  examples: [
    bad(`
=== f.md
---
type: form
id: AB/QR-QP01-01 # expect record/retention-missing
title: 登记表
revision: A/0
status: effective
owner: office
retention: { years: 3 }
---
`),
    good(`
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/0
status: effective
owner: office
retention: { permanent: true }
keeper: office
---
`),
  ],
  *check({ documents }) {
    for (const form of documents) {
      const { type, id, retention, keeper, disposal } = form.value;
      if (type !== 'form' || !isSubmitted(form)) continue;
      const what = missing([
        [retention, { en: 'retention time', 'zh-CN': '保存期限' }],
        [keeper, { en: 'keeper', 'zh-CN': '保管部门' }],
        [retention?.permanent ? 'kept for ever' : disposal, { en: 'disposal', 'zh-CN': '处置方式' }],
      ]);
      if (what.length > 0) yield { at: spot(form, 'id'), message: 'found', args: { form: id, what: listed(what) } };
    }
  },
};
