import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clausesOfCode } from '../shared/clauses-of-code.ts';

/** Work is given to somebody who is not on the list of suppliers, or no longer in use. */
export const unknown: ProjectRule = {
  code: 'supplier/unknown', severity: 'error', basis: 'practice', scope: 'project',
  title: { en: 'Work given to a supplier that is not on the list', 'zh-CN': '委托了名录以外的供方' },
  why: { en: 'Whoever is not on the list was neither evaluated nor is watched.', 'zh-CN': '不在名录上的供方既没有评价，也没有人监督。' },
  messages: {
    unknown: { en: 'There is no supplier {id} on the list. Enter it with its evaluation, or correct the number.', 'zh-CN': '合格供方名录中没有 {id}。请登记并评价该供方，或者更正编号。' },
    stopped: { en: 'Supplier {id} is no longer in use, but work is still given to it. Name its successor.', 'zh-CN': '供方 {id} 已停用，这里却仍委托给它。请改为现用供方。' },
  },
  examples: [
    bad(`
=== processes.yaml
kind: processes
processes:
  - id: CP06
    name: 商品检测
    outsourced:
      to: GF-09 # expect supplier/unknown
      what: 检验
=== consumer.yaml
kind: consumer
testing:
  supplier: GF-02 # expect supplier/unknown
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-02, name: 乙检验所, provides: 商品检验, status: stopped }
`),
    good(`
=== processes.yaml
kind: processes
processes:
  - { id: CP06, name: 商品检测, outsourced: { to: GF-02, what: 检验 } }
=== consumer.yaml
kind: consumer
testing: { supplier: GF-02 }
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-02, name: 乙检验所, provides: 商品检验, status: in-use }
`),
  ],
  *check(project) {
    const clauses = clausesOfCode(project.standard, 'supplier/unevaluated');
    for (const [id, at] of commissions(project)) {
      const supplier = project.index.suppliers.get(id);
      if (!supplier) yield { at, clauses, message: 'unknown', args: { id } };
      else if (supplier.value.status === 'stopped') yield { at, clauses, message: 'stopped', args: { id }, related: [spot(supplier, 'status')] };
    }
  },
};

/** Supplier ids wherever work is given away, with the place. */
function* commissions({ registers }: Project): Generator<readonly [string, Spot]> {
  for (const entry of registers.processes) {
    const to = entry.value.outsourced?.to;
    if (to !== undefined) yield [to, spot(entry, 'outsourced', 'to')];
  }
  for (const consumer of registers.consumer) {
    const supplier = (consumer.value['testing'] as { supplier?: unknown } | undefined)?.supplier;
    if (typeof supplier === 'string') yield [supplier, spot(consumer, 'testing', 'supplier')];
  }
}
