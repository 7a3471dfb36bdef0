import { citedClause, earlierAlike } from '#model/nonconformity-repeats.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName } from '#model/actors.ts';

const RANKS: Readonly<Record<string, number>> = { observation: 0, minor: 1, major: 2 };

/** NCR-007: the same fault in the same unit again shows that the first action did not work. */
export const repeated: ProjectRule = {
  code: 'nonconformity/repeated', severity: 'warning', scope: 'project',
  title: { en: 'Repeated nonconformity not raised in grade', 'zh-CN': '不符合重复发生而没有升级' },
  why: { en: 'The earlier action did not remove the cause; graded as a first fault it will come a third time.', 'zh-CN': '重复发生说明上次措施没有消除原因；仍按初犯处理，还会再次发生。' },
  messages: {
    found: {
      en: 'Clause {clause} in {unit} was already found by {other} within twelve months. Raise the grade, or show that the cause is another.',
      'zh-CN': '“{unit}”在条款 {clause} 上十二个月内已有 {other}。请提高严重程度，或者说明原因不同。',
    },
  },
  examples: [
    bad(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
unit: office
clause: "4.2.3"
grade: minor
status: closed
found: { by: head, on: 2004-05-12 }
fact: { statement: 窗口使用作废表单 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-009
source: monitoring
unit: office
item: 4.2.3-g
grade: minor # expect nonconformity/repeated
status: open
found: { by: head, on: 2004-12-12 }
fact: { statement: 档案室使用作废表单 }
`),
    good(`
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
unit: office
clause: "4.2.3"
grade: minor
status: closed
audit: NS-2004-01
found: { by: head, on: 2004-05-12 }
fact: { statement: 窗口使用作废表单 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: monitoring
unit: office
clause: "4.2.3"
grade: minor
status: closed
audit: NS-2004-01
found: { by: head, on: 2004-05-13 }
fact: { statement: 外来文件清单没有更新 }
=== nc-3.yaml
kind: nonconformity
id: NC-2004-009
source: monitoring
unit: office
clause: "4.2.3"
grade: major
status: open
found: { by: head, on: 2004-12-12 }
fact: { statement: 档案室使用作废表单 }
`),
  ],
  *check({ registers, index }) {
    const all = registers.nonconformities.map(({ value }) => value);
    for (const report of registers.nonconformities) {
      const { unit, grade = '' } = report.value;
      const clause = citedClause(report.value);
      if (unit === undefined || clause === undefined || grade === 'major') continue;
      const earlier = earlierAlike(report.value, all).same.findLast((other) => (RANKS[other.grade ?? ''] ?? 0) >= (RANKS[grade] ?? 0));
      const entry = earlier && registers.nonconformities.find(({ value }) => value === earlier);
      if (entry) yield { at: spot(report, 'grade'), message: 'found', args: { clause, unit: actorName(index, unit), other: entry.value.id }, related: [spot(entry, 'id')] };
    }
  },
};
