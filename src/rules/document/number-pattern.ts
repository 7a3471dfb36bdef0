import type { DocumentMeta } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { fits, patternsFor, shortNumber, type Fill } from '../shared/numbering.ts';

/** DOC-005: numbers as qms.yaml sets them, with the document's own block code and parent in them. */
export const numberPattern: ProjectRule = {
  code: 'document/number-pattern', severity: 'warning', scope: 'project',
  title: { en: 'Number does not follow the numbering rule', 'zh-CN': '文件编号不符合编号规则' },
  why: {
    en: 'A number outside the rule is the sign of a paper born outside the system: not registered, not distributed, not recalled.',
    'zh-CN': '编号不合规则，往往是在体系之外产生的文件：没有登记，没有发放，也不会收回。',
  },
  messages: {
    found: {
      en: 'The number {id} has none of the forms set for this type: {patterns}. Give it a number by the rule, or amend the rule in qms.yaml.',
      'zh-CN': '编号 {id} 不符合本类文件的编号规则：{patterns}。请按规则重新编号，或在 qms.yaml 中修改规则。',
    },
    named: {
      en: 'The number {id} names another block or parent document than the front matter does ({expected}). Correct one of the two.',
      'zh-CN': '编号 {id} 里的板块代号或上级文件与文首信息（{expected}）不一致。请改正其中一处。',
    },
  },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering: {procedure: "AB/QP-{n:2}"}
=== a.md
---
type: procedure
id: AB/P-1 # expect document/number-pattern
title: 文件控制程序
revision: A/0
status: draft
owner: office
---
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering: {blocks: {licensing: XK, enforcement: ZF}, work-instruction: "AB/WI-{block}-{n:3}", form: "AB/QR-{parent}-{n:2}"}
=== a.md
---
type: work-instruction
id: AB/WI-ZF-001 # expect document/number-pattern
title: 企业登记窗口受理规范
blocks: [licensing]
revision: A/0
status: draft
owner: office
---
=== b.md
---
type: form
id: AB/QR-QP02-01 # expect document/number-pattern
title: 文件发放登记表
procedure: AB/QP-01
revision: A/0
status: draft
owner: office
---
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
numbering: {blocks: {licensing: XK}, manual: ["AB/QM-{n:2}", "AB/QM-{n:2}-{n:2}"], form: "AB/QR-{parent}-{n:2}", work-instruction: "AB/WI-{block}-{n:3}"}
=== a.md
---
type: manual
id: AB/QM-01-04
title: 质量手册第四章
revision: A/0
status: draft
owner: office
---
=== b.md
---
type: form
id: AB/QR-QP01-12
title: 文件发放登记表
procedure: AB/QP-01
revision: A/0
status: draft
owner: office
---
=== c.md
---
type: work-instruction
id: AB/WI-XK-001
title: 企业登记窗口受理规范
blocks: [licensing]
revision: A/0
status: draft
owner: office
---
`),
  ],
  *check(project) {
    const { documents, registers, config } = project;
    const entries = [
      ...documents.filter(({ value }) => value.type !== 'external').map((entry) => ({ entry, type: entry.value.type as string, fill: own(entry.value, project) })),
      ...registers.externals.map((entry) => ({ entry, type: 'external', fill: {} })),
    ];
    const any: Fill = { block: Object.values(config.numbering.blocks ?? {}) };
    for (const { entry, type, fill } of entries) {
      const patterns = patternsFor(config.numbering, type);
      const { id } = entry.value;
      if (patterns.length === 0) continue;
      if (!fits(id, patterns, any)) yield { at: spot(entry, 'id'), message: 'found', args: { id, patterns: patterns.join(' | ') } };
      else if (!fits(id, patterns, { ...any, ...fill })) yield { at: spot(entry, 'id'), message: 'named', args: { id, expected: Object.values(fill).flat().join(', ') } };
    }
  },
};

/** What the number has to name: the codes of the document's own blocks, its parent in short. */
function own({ blocks, procedure }: DocumentMeta, { config }: Project): Fill {
  const codes = (blocks ?? []).flatMap((block) => config.numbering.blocks?.[block] ?? []);
  return { ...(codes.length > 0 ? { block: codes } : {}), ...(procedure === undefined ? {} : { parent: [shortNumber(procedure)] }) };
}
