import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { shallowCause as symptom } from '#model/shallow-cause.ts';

/** NCR-003: "carelessness" and the fact said once more are no root causes. */
export const shallowCause: ProjectRule = {
  code: 'nonconformity/shallow-cause', severity: 'warning', scope: 'project',
  title: { en: 'Cause is only a symptom', 'zh-CN': '原因分析停留在表面' },
  why: { en: 'Blame cannot be corrected; a root cause is something the unit can change: a rule, a form, training, a tool, a check.', 'zh-CN': '归咎于人无从纠正；根本原因应当是部门能够改变的规定、表单、培训、工具或者检查。' },
  messages: {
    blame: { en: 'The cause of {id} blames a person (“{word}”). Ask why it could happen, until it is something that can be changed.', 'zh-CN': '{id} 的原因归于个人“{word}”。请继续追问为什么会发生，直到找出可以改变的原因。' },
    repeats: { en: 'The cause of {id} says the fact once more. Ask why it happened.', 'zh-CN': '{id} 的原因只是重复事实。请追问为什么会发生。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: planned
fact: { statement: 两份登记档案受理与核准为同一人 }
cause:
  root: 经办人员工作粗心，责任心不强 # expect nonconformity/shallow-cause
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: planned
fact: { statement: 公示栏两处收费标准未更新。 }
cause:
  root: 公示栏收费标准未更新 # expect nonconformity/shallow-cause
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003
source: monitoring
status: planned
fact: { statement: 公示栏两处收费标准未更新。 }
cause:
  root: 公示栏两处收费标准未更新所致 # expect nonconformity/shallow-cause
`),
    good(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: planned
fact: { statement: 两份登记档案受理与核准为同一人 }
cause: { whys: [核准员休假由受理员代理, 代理表允许受理员代理核准员], root: 代理规定没有排除同一件的受理人 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: planned
fact: { statement: 公示栏两处收费标准未更新 }
cause: { whys: [经办人疏忽, 没有更换周期也没有人核对], root: 经办人疏忽，规定中没有核对环节 }
`),
  ],
  *check({ registers, words }) {
    for (const report of registers.nonconformities) {
      const { id, cause } = report.value;
      const shallow = symptom(report.value, words.blame);
      if (shallow?.kind === 'blame') yield { at: spot(report, 'cause', cause?.root === undefined ? 'whys' : 'root'), message: 'blame', args: { id, word: shallow.word } };
      else if (shallow) yield { at: spot(report, 'cause', 'root'), message: 'repeats', args: { id } };
    }
  },
};
