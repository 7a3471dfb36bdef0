import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { unitOf } from '#model/actors.ts';

/** OBJ-002: objectives are set for functions and levels, so each has an owner and those of the top are broken down. */
export const owner: ProjectRule = {
  code: 'objective/owner', severity: 'error', scope: 'project',
  title: { en: 'Objective without an owner or not broken down', 'zh-CN': '质量目标没有责任部门或未分解' },
  why: {
    en: 'A figure that only the leadership answers for is worked on by nobody; objectives have to exist at the relevant functions and levels.',
    'zh-CN': '只由领导层笼统负责的目标没有人落实；目标应当建立在相关职能和层次上。',
  },
  messages: {
    missing: { en: 'Objective {id} has no owner. Name the unit that answers for it.', 'zh-CN': '质量目标 {id} 没有责任部门。请写明由哪个部门负责。' },
    whole: {
      en: 'Objective {id} stands at the top and no unit has a share in it. Add an objective of a unit with `parent: {id}`, or give it to the unit that does the work.',
      'zh-CN': '局级质量目标 {id} 没有分解到部门。请为承担部门建立写有 `parent: {id}` 的目标，或者改由承担部门负责。',
    },
  },
  examples: [
    bad(`
=== objectives.yaml
kind: objectives
objectives:
  - id: MB-01 # expect objective/owner
    statement: 群众满意率不低于90%
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: leadership, name: 局领导, block: top, kind: leadership }
  - { id: office, name: 办公室, block: support, kind: office }
=== objectives.yaml
kind: objectives
objectives:
  - id: MB-01
    statement: 群众满意率不低于90%
    owner: leadership # expect objective/owner
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: leadership, name: 局领导, block: top, kind: leadership }
  - { id: office, name: 办公室, block: support, kind: office }
=== objectives.yaml
kind: objectives
objectives:
  - { id: MB-01, statement: 群众满意率不低于90%, owner: leadership }
  - { id: MB-01-01, statement: 来访群众满意率不低于92%, owner: office, parent: MB-01 }
`),
  ],
  *check(project) {
    const parents = new Set(project.registers.objectives.map(({ value }) => value.parent));
    for (const objective of project.registers.objectives) {
      const { id, parent } = objective.value;
      if (!objective.value.owner) yield { at: spot(objective, 'id'), message: 'missing', args: { id } };
      else if (!parent && !parents.has(id) && atTop(project, objective.value.owner)) yield { at: spot(objective, 'owner'), message: 'whole', args: { id } };
    }
  },
};

/** A division that owns an undivided objective already is the level that works on it. */
function atTop({ index }: Project, actor: string): boolean {
  const unit = index.units.get(unitOf(index, actor) ?? '')?.value;
  return unit?.kind === 'leadership' || unit?.block === 'top';
}
