import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { clausesOfCode } from '../shared/clauses-of-code.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** A process that takes nothing in, gives nothing out, or leads to one that does not exist. */
export const unconnected: ProjectRule = {
  code: 'process/unconnected', severity: 'warning', basis: 'standard', scope: 'project',
  title: { en: 'Process is not connected to others', 'zh-CN': '过程没有与其他过程衔接' },
  why: { en: 'The sequence and interaction of processes have to be determined; inputs and outputs are where they meet.', 'zh-CN': '应当确定过程的顺序和相互作用，输入和输出正是过程之间的接口。' },
  messages: {
    blind: { en: 'Process {id} has no {missing}. Say what it receives and what it hands on.', 'zh-CN': '过程 {id} 没有写明{missing}。请写明接收什么、交出什么。' },
    next: { en: 'Process {id} leads to {next}, which does not exist. Correct the number or add the process.', 'zh-CN': '过程 {id} 的后续过程 {next} 不存在。请更正编号或者补登该过程。' },
  },
  examples: [
    bad(`
=== processes.yaml
kind: processes
processes:
  - { id: LP01, name: 登记咨询, inputs: [咨询] } # expect process/unconnected
  - id: LP02
    name: 设立登记
    inputs: [申请材料]
    outputs: [营业执照]
    next:
      - LP09 # expect process/unconnected
`),
    good(`
=== processes.yaml
kind: processes
processes:
  - { id: LP01, name: 登记咨询, inputs: [咨询], outputs: [一次性告知], next: [LP02] }
  - { id: LP02, name: 设立登记, inputs: [申请材料], outputs: [营业执照] }
`),
  ],
  *check({ registers, index, standard }) {
    const clauses = clausesOfCode(standard, 'process/outsourcing-unmarked');
    for (const entry of registers.processes) {
      const { id, inputs, outputs, next = [] } = entry.value;
      const lacking = missing([[inputs, { en: 'inputs', 'zh-CN': '输入' }], [outputs, { en: 'outputs', 'zh-CN': '输出' }]]);
      if (lacking.length > 0) yield { at: spot(entry, 'id'), clauses, message: 'blind', args: { id, missing: listed(lacking) } };
      for (const [at, name] of next.entries()) {
        if (!index.processes.has(name)) yield { at: spot(entry, 'next', at), clauses, message: 'next', args: { id, next: name } };
      }
    }
  },
};
