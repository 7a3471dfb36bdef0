import { namesObject } from '#model/nonconformity-steps.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** Two marks of an enumeration: more than one fact. */
const ENUMERATIONS = [/(?:^|[\s：:；;。，,])1[.、．)）](?!\d).*[\s：:；;。，,]2[.、．)）](?!\d)/s, /[（(][1一][)）].*[（(][2二][)）]/s, /一是.*二是/s, /①.*②/s, /\bfirst(?:ly)?,.*\bsecond(?:ly)?,/is];

/** NCR-009: a fact says when, where, what rule - and is one. */
export const fact: ProjectRule = {
  code: 'nonconformity/fact', severity: 'warning', scope: 'project',
  title: { en: 'Fact of a nonconformity cannot be traced', 'zh-CN': '不符合事实无法追溯' },
  why: { en: 'A fact without day, place and rule cannot be checked again, and several in one report cannot be closed one by one.', 'zh-CN': '事实没有时间、地点和依据就无法复核；一份报告写几件事，就无法逐项关闭。' },
  messages: {
    found: { en: 'The fact of {id} does not say {missing}. Complete it.', 'zh-CN': '{id} 的事实没有写明{missing}。请补齐。' },
    nameless: { en: 'The fact of {id} names no document, case or number that it could be looked up by. Add it.', 'zh-CN': '{id} 的事实没有写明文件号、案号或抽样数，无法复核。请补写。' },
    several: { en: 'The report {id} holds several facts. Write one report for each.', 'zh-CN': '{id} 一份报告写了几件事实。请分别开具报告。' },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
status: open
fact: { statement: 受理与核准为同一人 } # expect nonconformity/fact
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
status: open
fact:
  statement: 一是公示栏没有更新；二是意见箱没有开启记录 # expect nonconformity/fact
  when: 2004-10-12
  where: 窗口大厅
  rule: 政务公开程序4.3
=== nc-3.yaml
kind: nonconformity
id: NC-2004-003
source: monitoring
status: open
fact:
  statement: 2004年10月12日发现窗口没有更换公示表 # expect nonconformity/fact
  when: 2004-10-12
  where: 窗口大厅
  rule: 政务公开程序4.3
`),
    good(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
document: AB/QP-11
status: open
found: { by: head, on: 2004-10-14 }
fact: { statement: 抽查十份登记档案，受理号0312、0347的审核表受理人与核准人为同一人, where: 窗口 }
`),
  ],
  *check({ registers }) {
    for (const report of registers.nonconformities) {
      const { id, found, document } = report.value;
      const { statement, when, where, rule } = report.value.fact ?? {};
      const lacking = missing([[when ?? found?.on, { en: 'when', 'zh-CN': '时间' }], [where, { en: 'where', 'zh-CN': '地点' }], [rule ?? document, { en: 'which rule is broken', 'zh-CN': '违反的规定' }]]);
      if (lacking.length > 0) yield { at: spot(report, 'fact'), message: 'found', args: { id, missing: listed(lacking) } };
      if (allWords(statement).some((text) => ENUMERATIONS.some((pattern) => pattern.test(text)))) yield { at: spot(report, 'fact', 'statement'), message: 'several', args: { id } };
      else if (lacking.length === 0 && statement !== undefined && !namesObject(statement)) yield { at: spot(report, 'fact', 'statement'), message: 'nameless', args: { id } };
    }
  },
};
