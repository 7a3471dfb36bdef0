import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** OBJ-001: an objective that lacks a figure or the way to it cannot be measured. */
export const unmeasurable: ProjectRule = {
  code: 'objective/unmeasurable', severity: 'error', scope: 'project',
  title: { en: 'Objective cannot be measured', 'zh-CN': '质量目标不可测量' },
  why: {
    en: 'Without metric, unit, target and period nobody can say at the end of the period whether it was reached.',
    'zh-CN': '没有指标、单位、目标值和周期，到期无法判断目标是否达到。',
  },
  messages: {
    found: {
      en: 'Objective {id} has no {missing}. Complete it, so that its result can be compared with a figure.',
      'zh-CN': '质量目标 {id} 缺少{missing}。请补齐，使结果能与数值对照。',
    },
  },
  examples: [
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - id: MB-01 # expect objective/unmeasurable
    statement: 提高登记效率
    owner: office
`),
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - id: MB-01 # expect objective/unmeasurable
    statement: 电子档案系统投入使用
    metric: 系统投入使用
    unit: 个
    target: 1
    direction: at-least
    period: once
    owner: office
`),
    good(`
=== objectives.yaml
kind: objectives
objectives:
  - id: MB-01
    statement: 承诺件五个工作日内办结的比例不低于95%
    metric: 五个工作日内办结的承诺件数占当期办结数的比例
    unit: "%"
    target: 95
    direction: at-least
    period: month
    owner: office
`),
  ],
  *check({ registers }) {
    for (const objective of registers.objectives) {
      const { id, metric, unit, target, direction, period, due, until } = objective.value;
      const lacking = missing([
        [metric, { en: 'metric', 'zh-CN': '测量指标' }], [unit, { en: 'unit', 'zh-CN': '计量单位' }], [target, { en: 'target', 'zh-CN': '目标值' }],
        [direction, { en: 'direction (at least, at most, exactly)', 'zh-CN': '达标方向（不低于、不高于、等于）' }], [period, { en: 'period', 'zh-CN': '测量周期' }],
        [period === 'once' ? due ?? until : true, { en: 'due date', 'zh-CN': '完成期限' }],
      ]);
      if (lacking.length > 0) yield { at: spot(objective, 'id'), message: 'found', args: { id, missing: listed(lacking) } };
    }
  },
};
