import { endedPeriods } from '#model/objective.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';

/** OBJ-004: a period has ended and nobody wrote down what came out. */
export const valueMissing: ProjectRule = {
  code: 'objective/value-missing', severity: 'error', scope: 'project',
  title: { en: 'No measured value for a period that has ended', 'zh-CN': '质量目标到期没有测量值' },
  why: { en: 'An objective that is not measured is not monitored, and its trend cannot be analysed.', 'zh-CN': '目标不测量就等于没有监视，也无法分析趋势。' },
  messages: {
    found: { en: 'Objective {id} has no measured value for {periods}. Enter the values with their source.', 'zh-CN': '质量目标 {id} 缺少 {periods} 的测量值。请补登测量值和数据来源。' },
    once: { en: 'Objective {id} was due on {due} and no result is recorded. Enter it.', 'zh-CN': '质量目标 {id} 应于 {due} 完成，但没有登记结果。请补登。' },
  },
  examples: [
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, period: month, from: 2004-10-01, owner: office } # expect objective/value-missing
  - { id: MB-02, statement: 电子档案系统投入使用, period: once, due: 2004-12-20, owner: office } # expect objective/value-missing
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-10", value: 96 }
  - { objective: MB-01, period: "2004-12", value: 96 }
`),
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 群众满意率不低于90%, period: quarter, owner: office } # expect objective/value-missing
`),
    good(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 群众满意率不低于90%, period: quarter, from: 2004-09-20, owner: office }
  - { id: MB-02, statement: 网上年检开通, period: once, due: 2005-03-31, owner: office }
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-Q4", value: 93 }
`),
  ],
  *check({ registers, today }) {
    const measured = Map.groupBy(registers.measurements, ({ value }) => value.objective);
    for (const objective of registers.objectives) {
      const { id, period, due, until } = objective.value;
      const values = new Set((measured.get(id) ?? []).map(({ value }) => value.period));
      const deadline = due ?? until;
      if (period === 'once') {
        if (deadline !== undefined && deadline < today && values.size === 0) yield { at: spot(objective, 'due'), message: 'once', args: { id, due: deadline } };
        continue;
      }
      const absent = endedPeriods(objective.value, today).filter(({ name }) => !values.has(name)).map(({ name }) => name);
      if (absent.length > 0) yield { at: spot(objective, 'period'), message: 'found', args: { id, periods: listed(absent) } };
    }
  },
};
