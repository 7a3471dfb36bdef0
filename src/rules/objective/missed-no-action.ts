import { missed } from '#model/objective.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** OBJ-005: a missed target calls for correction, not only for a figure in a table. */
export const missedNoAction: ProjectRule = {
  code: 'objective/missed-no-action', severity: 'error', scope: 'project',
  title: { en: 'Target missed and no action recorded', 'zh-CN': '目标未达成且没有措施' },
  why: { en: 'When a planned result is not reached, correction and where needed corrective action have to follow.', 'zh-CN': '未达到策划的结果时，应当采取纠正，必要时采取纠正措施。' },
  messages: {
    found: {
      en: 'Objective {id} came to {value} in {period} and missed its target {target}. Start a corrective action and name it in `action`.',
      'zh-CN': '质量目标 {id} 在 {period} 的测量值为 {value}，未达到目标值 {target}。请采取措施，并在 `action` 中写明编号。',
    },
    unknown: {
      en: 'There is no nonconformity report or action {action}. Correct the number or add the action.',
      'zh-CN': '没有编号为 {action} 的不合格报告或措施。请更正编号或者补登该措施。',
    },
  },
  examples: [
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, target: 95, direction: at-least, owner: office }
  - { id: MB-02, statement: 证照差错率不高于2‰, target: 2, direction: at-most, owner: office }
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-10", value: 93.1 } # expect objective/missed-no-action
  - { objective: MB-02, period: "2004-10", value: 2.4, action: NC-2004-009 } # expect objective/missed-no-action
`),
    good(`
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, target: 95, direction: at-least, owner: office }
=== measurements.yaml
kind: measurements
measurements:
  - { objective: MB-01, period: "2004-10", value: 93.1, action: JZ-2004-01 }
  - { objective: MB-01, period: "2004-11", value: 95 }
=== actions.yaml
kind: actions
actions:
  - { id: JZ-2004-01, type: corrective, problem: 十月按期率未达到 }
`),
  ],
  *check({ registers, index }) {
    const actions = new Set([...registers.actions, ...registers.nonconformities].map(({ value }) => value.id));
    for (const measurement of registers.measurements) {
      const { objective: id, value, period, action } = measurement.value;
      const objective = index.objectives.get(id)?.value;
      if (objective?.target !== undefined && !action && missed(objective, value)) {
        yield { at: spot(measurement, 'value'), message: 'found', args: { id, period, value, target: objective.target } };
      }
      if (action && !actions.has(action)) yield { at: spot(measurement, 'action'), message: 'unknown', args: { action } };
    }
  },
};
