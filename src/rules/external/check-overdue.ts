import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { addMonths } from '#model/calendar.ts';

/** Whether each law still holds is looked up at fixed intervals. */
export const checkOverdue: ProjectRule = {
  code: 'external/check-overdue', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'Standing of an external document not checked in time', 'zh-CN': '外来文件效力逾期未核对' },
  why: {
    en: 'Laws change without a letter to us: only looking them up shows that they still hold.',
    'zh-CN': '法规修改、废止不会专门通知本单位，只有定期核对才知道是否有效。',
  },
  messages: {
    found: { en: 'The standing of {id} was last checked on {checked}, more than {months} months ago. Check it and enter the day.', 'zh-CN': '{id} 的效力状态上次核对是 {checked}，已超过 {months} 个月。请核对并登记日期。' },
    never: { en: 'No day is entered on which the standing of {id} was checked. Check it and enter the day.', 'zh-CN': '{id} 没有登记效力核对日期。请核对并登记。' },
  },
  examples: [
    bad(`
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 中华人民共和国行政许可法, standing: in-force, checked: 2004-05-01} # expect external/check-overdue
  - {id: WL-002, title: 中华人民共和国行政处罚法, standing: in-force} # expect external/check-overdue
`),
    good(`
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 中华人民共和国行政许可法, standing: in-force, checked: 2004-07-01}
  - {id: WL-002, title: 公司登记管理若干问题的规定, standing: repealed, repealed_on: 2004-07-01}
`),
  ],
  *check({ registers, today, config }) {
    const months = config.thresholds.external_check_months;
    for (const entry of registers.externals) {
      const { id, checked, standing } = entry.value;
      if (standing === 'repealed') continue;
      if (checked === undefined) yield { at: spot(entry, 'id'), message: 'never', args: { id } };
      else if (addMonths(checked, months) < today) yield { at: spot(entry, 'checked'), message: 'found', args: { id, checked, months } };
    }
  },
};
