import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clausesOfCode } from '../shared/clauses-of-code.ts';

/** A process by which nothing is measured: neither an objective nor a criterion of its own. */
export const noIndicator: ProjectRule = {
  code: 'process/no-indicator', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'Process without an indicator', 'zh-CN': '过程没有衡量指标' },
  why: { en: 'Whether a process reaches its planned results can only be shown by something that is looked at.', 'zh-CN': '没有衡量的依据，就不能证明过程达到了策划的结果。' },
  messages: {
    missing: { en: 'Process {id} has neither an objective nor criteria. Name an objective in `indicators`, or say in `criteria` how it is judged.', 'zh-CN': '过程 {id} 既没有对应的目标，也没有判断准则。请在 `indicators` 中写明目标，或者在 `criteria` 中写明怎样判断。' },
    unknown: { en: 'There is no objective {objective} for process {id}. Correct the number or set the objective.', 'zh-CN': '过程 {id} 的指标 {objective} 不是已登记的质量目标。请更正编号或者设立该目标。' },
  },
  examples: [
    bad(`
=== processes.yaml
kind: processes
processes:
  - { id: LP01, name: 登记咨询 } # expect process/no-indicator
  - id: LP02
    name: 设立登记
    indicators:
      - MB-09 # expect process/no-indicator
`),
    good(`
=== processes.yaml
kind: processes
processes:
  - { id: LP01, name: 登记咨询, criteria: 答复与标准答复一致 }
  - { id: LP02, name: 设立登记, indicators: [MB-01] }
  - { id: LP03, name: 变更登记 }
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 按期率不低于95%, owner: office, processes: [LP03] }
`),
  ],
  *check({ registers, index, standard }) {
    const clauses = clausesOfCode(standard, 'objective/missed-no-action');
    const measured = new Set(registers.objectives.flatMap(({ value }) => value.processes ?? []));
    for (const entry of registers.processes) {
      const { id, indicators = [], criteria } = entry.value;
      if (indicators.length === 0 && !criteria && !measured.has(id)) yield { at: spot(entry, 'id'), clauses, message: 'missing', args: { id } };
      for (const [at, name] of indicators.entries()) {
        if (!index.objectives.has(name)) yield { at: spot(entry, 'indicators', at), clauses, message: 'unknown', args: { id, objective: name } };
      }
    }
  },
};
