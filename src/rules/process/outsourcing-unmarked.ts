import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** Who does work of a process. Goods, programs and their upkeep are bought for a process, advice and certification look at it: none of them is outsourcing. */
const DOES_WORK = new Set(['laboratory', 'auction', 'other']);

/** PUR-002: an outside party works in a process, but the process list does not show it. */
export const outsourcingUnmarked: ProjectRule = {
  code: 'process/outsourcing-unmarked', severity: 'warning', scope: 'project',
  title: { en: 'Outsourced work is not marked', 'zh-CN': '外包过程未识别' },
  why: { en: 'Control of outsourced work has to be visible within the system; the duty stays with the organization.', 'zh-CN': '对外包过程的控制应当在体系中加以识别，责任仍由本单位承担。' },
  messages: {
    found: {
      en: 'Supplier {supplier} works in process {process}, which is not marked as outsourced. Add `outsourced` with what is given away and how it is controlled.',
      'zh-CN': '供方 {supplier} 参与过程 {process}，但该过程没有标明外包。请在 `outsourced` 中写明外包内容和控制方法。',
    },
  },
  examples: [
    bad(`
=== processes.yaml
kind: processes
processes:
  - { id: CP06, name: 商品检测 } # expect process/outsourcing-unmarked
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-02, name: 乙检验所, provides: 商品检验, processes: [CP06], role: laboratory }
`),
    good(`
=== processes.yaml
kind: processes
processes:
  - { id: CP06, name: 商品检测, outsourced: { to: GF-02, what: 检验, control: 复核报告 } }
  - { id: MP03, name: 内部审核 }
=== suppliers.yaml
kind: suppliers
suppliers:
  - { id: GF-01, name: 甲咨询机构, provides: 贯标咨询, processes: [MP03], role: consultant }
  - { id: GF-02, name: 乙检验所, provides: 商品检验, processes: [CP06], role: laboratory }
  - { id: GF-04, name: 丁软件公司, provides: 业务软件维护, processes: [MP03], role: it }
  - { id: GF-03, name: 丙检验所, provides: 商品检验, processes: [MP03], role: laboratory, status: stopped }
`),
  ],
  *check({ registers, index }) {
    for (const supplier of registers.suppliers) {
      const { id, processes = [], role, status } = supplier.value;
      if (status === 'stopped' || !DOES_WORK.has(role ?? '')) continue;
      for (const [at, name] of processes.entries()) {
        const entry = index.processes.get(name);
        if (entry && !entry.value.outsourced) {
          yield { at: spot(entry, 'id'), message: 'found', args: { supplier: id, process: name }, related: [spot(supplier, 'processes', at)] };
        }
      }
    }
  },
};
