import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { periodNamed } from '#model/periods.ts';

const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** A figure that belongs to no objective, to no period of it, or twice to the same one. */
export const unknownObjective: ProjectRule = {
  code: 'objective/unknown-objective', severity: 'error', basis: 'tool', scope: 'project',
  title: { en: 'Measurement that fits no objective', 'zh-CN': '测量值对不上目标' },
  why: { en: 'Such a figure is counted nowhere, and the objective it was meant for looks unmeasured.', 'zh-CN': '这样的数据统计不到任何目标上，本应对应的目标却像没有测量。' },
  messages: {
    unknown: { en: 'There is no objective {id}. Correct the number or add the objective.', 'zh-CN': '没有编号为 {id} 的质量目标。请更正编号或者补登该目标。' },
    period: { en: 'Objective {id} is not measured by periods like {period}. Give the period as the objective has it.', 'zh-CN': '质量目标 {id} 的测量周期与 {period} 不符。请按目标规定的周期填写。' },
    doubled: { en: 'The value of objective {id} for {period} is entered twice. Keep one.', 'zh-CN': '质量目标 {id} 在 {period} 的测量值登记了两次。请只保留一条。' },
  },
  examples: [
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, period: month, owner: office }
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-09, period: "2004-10", value: 96 } # expect objective/unknown-objective
  - { objective: MB-01, period: "2004-Q4", value: 96 } # expect objective/unknown-objective
  - { objective: MB-01, period: "2004-11", value: 96 }
  - { objective: MB-01, period: "2004-11", value: 97 } # expect objective/unknown-objective
`),
    good(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, period: month, owner: office }
  - { id: MB-02, statement: 电子档案系统投入使用, period: once, due: 2004-12-31, owner: office }
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-10", value: 96 }
  - { objective: MB-01, period: "2004-11", value: 96 }
  - { objective: MB-02, period: "2004-12", value: 1 }
`),
  ],
  *check({ registers, index }) {
    const seen = new Map<string, (typeof registers.measurements)[number]>();
    for (const measurement of registers.measurements) {
      const { objective: id, period } = measurement.value;
      const objective = index.objectives.get(id)?.value;
      if (!objective) {
        yield { at: spot(measurement, 'objective'), message: 'unknown', args: { id } };
        continue;
      }
      const months = monthsOf[objective.period ?? ''];
      if (months !== undefined && periodNamed(period)?.months !== months) yield { at: spot(measurement, 'period'), message: 'period', args: { id, period } };
      const before = seen.get(`${id} ${period}`);
      if (before) yield { at: spot(measurement, 'period'), message: 'doubled', args: { id, period }, related: [spot(before, 'period')] };
      else seen.set(`${id} ${period}`, measurement);
    }
  },
};
