import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addDays } from '#model/calendar.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** How long after a course its effect may still be open. */
const GRACE_DAYS = 30;

/** TRN-002: training counts by its effect, not by attendance. */
export const trainingUnevaluated: ProjectRule = {
  code: 'competence/training-unevaluated', severity: 'warning', scope: 'project',
  title: { en: 'Training without evaluation of its effect', 'zh-CN': '培训没有评价有效性' },
  why: { en: 'Attendance proves that people sat there; the standard asks whether the training gave them the competence.', 'zh-CN': '签到只能证明到场；标准要求评价培训是否使人员达到了所需能力。' },
  messages: {
    missing: {
      en: 'Course {id} was held on {held} and its effect has not been evaluated. Evaluate it by test, sampling of work or observation.',
      'zh-CN': '培训 {id} 已于 {held} 举办，尚未评价有效性。请通过考试、工作抽查或者观察进行评价。',
    },
    incomplete: { en: 'The evaluation of course {id} has no {missing}. Complete it.', 'zh-CN': '培训 {id} 的有效性评价缺少{missing}。请补齐。' },
  },
  examples: [
    bad(`
=== training.yaml
kind: training
year: "2004"
courses:
  - { id: PX-01, topic: 内部审核员培训, held: 2004-03-26 } # expect competence/training-unevaluated
  - { id: PX-02, topic: 行政许可法, held: 2004-06-11, evaluation: { method: 闭卷考试 } } # expect competence/training-unevaluated
`),
    good(`
=== training.yaml
kind: training
year: "2004"
courses:
  - { id: PX-01, topic: 内部审核员培训, held: 2004-03-26, evaluation: { method: 闭卷考试, on: 2004-03-27, result: 十三人合格, effective: true } }
  - { id: PX-02, topic: 年检业务, held: 2004-12-10 }
  - { id: PX-03, topic: 窗口礼仪, planned: 2004-05-10 }
`),
  ],
  *check({ registers, today }) {
    for (const course of registers.courses) {
      const { id, held, evaluation } = course.value;
      if (held === undefined || addDays(held, GRACE_DAYS) >= today) continue;
      const lacking = missing([[evaluation?.on, { en: 'date', 'zh-CN': '评价日期' }], [evaluation?.result ?? evaluation?.effective, { en: 'result', 'zh-CN': '评价结论' }]]);
      if (!evaluation) yield { at: spot(course, 'held'), message: 'missing', args: { id, held } };
      else if (lacking.length > 0) yield { at: spot(course, 'evaluation'), message: 'incomplete', args: { id, missing: listed(lacking) } };
    }
  },
};
