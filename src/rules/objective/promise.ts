import type { Objective } from '#model/system.ts';
import { spot } from '#model/place.ts';
import type { Index } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** OBJ-003: objectives serve the promises of the policy, and each promise has a figure to be held to. */
export const promise: ProjectRule = {
  code: 'objective/promise', severity: 'warning', scope: 'project',
  title: { en: 'Objective and policy do not match', 'zh-CN': '质量目标与方针承诺不对应' },
  why: {
    en: 'A promise without an objective is a slogan; an objective without a promise does not carry out the policy.',
    'zh-CN': '没有目标的承诺只是口号；不对应承诺的目标落实不了方针。',
  },
  messages: {
    unlinked: { en: 'Objective {id} serves no promise of the policy. Name the promises in `promises`.', 'zh-CN': '质量目标 {id} 没有对应的方针承诺。请在 `promises` 中写明所支撑的承诺。' },
    unknown: { en: 'There is no promise {promise}. Correct the number or add the promise.', 'zh-CN': '没有编号为 {promise} 的承诺。请更正编号或者补登该承诺。' },
    idle: { en: 'No objective serves promise {promise}. Set one, or take the promise back.', 'zh-CN': '承诺 {promise} 没有质量目标支撑。请设立目标，或者收回该承诺。' },
  },
  examples: [
    bad(`
=== objectives.yaml
kind: objectives
promises:
  - { id: P-01, text: 高效：五个工作日内作出决定 }
  - { id: P-02, text: 公开：重要事项提前一周公布 } # expect objective/promise
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, owner: office, promises: [P-01] }
  - { id: MB-02, statement: 工作简报每月一期, owner: office } # expect objective/promise
  - { id: MB-03, statement: 投诉答复率100%, owner: office, promises: [P-09] } # expect objective/promise
`),
    good(`
=== objectives.yaml
kind: objectives
promises:
  - { id: P-01, text: 高效：五个工作日内作出决定 }
objectives:
  - { id: MB-01, statement: 承诺件按期率不低于95%, owner: office, promises: [P-01] }
  - { id: MB-01-01, statement: 窗口承诺件按期率不低于96%, owner: office, parent: MB-01 }
`),
  ],
  *check({ registers, index }) {
    const known = new Set(registers.promises.map(({ value }) => value.id));
    const served = new Set(registers.objectives.flatMap(({ value }) => value.promises ?? []));
    for (const objective of registers.objectives) {
      const { id, promises } = objective.value;
      if (!serves(objective.value, index)) yield { at: spot(objective, 'id'), message: 'unlinked', args: { id } };
      for (const [at, name] of (promises ?? []).entries()) {
        if (!known.has(name)) yield { at: spot(objective, 'promises', at), message: 'unknown', args: { promise: name } };
      }
    }
    for (const entry of registers.promises) {
      if (!served.has(entry.value.id)) yield { at: spot(entry, 'id'), message: 'idle', args: { promise: entry.value.id } };
    }
  },
};

/** By its own promises or by those of an objective it is broken down from. */
function serves(objective: Objective, index: Index): boolean {
  const seen = new Set<string>();
  for (let at: Objective | undefined = objective; at && !seen.has(at.id); at = index.objectives.get(at.parent ?? '')?.value) {
    if (at.promises?.length) return true;
    seen.add(at.id);
  }
  return false;
}
