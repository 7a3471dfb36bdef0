import type { Nonconformity } from '#model/audit.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords, type Wording } from '#model/text.ts';

/** Shorter causes match a fact by chance. */
const LEAST = 6;

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
      const { id, cause, fact } = report.value;
      const word = cause && blameIn(cause, words.blame);
      if (word !== undefined) yield { at: spot(report, 'cause', cause?.root === undefined ? 'whys' : 'root'), message: 'blame', args: { id, word } };
      else if (cause?.root !== undefined && says(cause.root, fact?.statement)) yield { at: spot(report, 'cause', 'root'), message: 'repeats', args: { id } };
    }
  },
};

/** The blaming word in the root cause, unless the last "why" leads beyond the person. */
function blameIn({ root, whys = [] }: NonNullable<Nonconformity['cause']>, blame: readonly string[]): string | undefined {
  const find = (text: Wording | undefined): string | undefined => blame.find((word) => allWords(text).some((said) => said.toLowerCase().includes(word.toLowerCase())));
  const last = whys.at(-1);
  const word = find(root ?? last);
  return last !== undefined && find(last) === undefined ? undefined : word;
}

/** The cause uses the words of the fact in their order, with little or nothing added. */
function says(root: Wording, statement: Wording | undefined): boolean {
  return allWords(root).map(bare).some((cause) => cause.length >= LEAST && allWords(statement).map(bare).some((fact) => isPartOf(cause, fact, 2) || isPartOf(fact, cause, 4 / 3)));
}

function bare(text: string): string {
  return text.replace(/[\p{P}\s]/gu, '').toLowerCase();
}

function isPartOf(part: string, whole: string, most: number): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length && whole.length <= part.length * most;
}
