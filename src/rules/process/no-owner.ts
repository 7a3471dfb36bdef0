import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { unitOf } from '#model/actors.ts';
import { clausesOfCode } from '../shared/clauses-of-code.ts';

/** A process that no unit answers for. */
export const noOwner: ProjectRule = {
  code: 'process/no-owner', severity: 'error', basis: 'practice', scope: 'project',
  title: { en: 'Process without an owner', 'zh-CN': '过程没有主管部门' },
  why: { en: 'What crosses several units and belongs to none is improved by nobody.', 'zh-CN': '跨部门又无人负责的过程，没有人管理，更没有人改进。' },
  messages: {
    missing: { en: 'Process {id} has no owner. Name the unit that answers for it.', 'zh-CN': '过程 {id} 没有主管部门。请写明主管部门。' },
    unknown: { en: 'The owner {owner} of process {id} is neither a unit nor a post of the organization. Name one that exists.', 'zh-CN': '过程 {id} 的主管部门 {owner} 不在机构和岗位名单中。请改为现有部门。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }]
=== processes.yaml
kind: processes
processes:
  - { id: MP05, name: 文件控制 } # expect process/no-owner
  - id: MP06
    name: 记录控制
    owner: archive # expect process/no-owner
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }]
=== processes.yaml
kind: processes
processes:
  - { id: MP05, name: 文件控制, owner: office }
`),
  ],
  *check({ registers, index, standard }) {
    const clauses = clausesOfCode(standard, 'process/outsourcing-unmarked');
    for (const entry of registers.processes) {
      const { id, owner } = entry.value;
      if (!owner) yield { at: spot(entry, 'owner'), clauses, message: 'missing', args: { id } };
      else if (unitOf(index, owner) === undefined) yield { at: spot(entry, 'owner'), clauses, message: 'unknown', args: { id, owner } };
    }
  },
};
