import { isObsolete } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { citations, formOf, grouped } from '../shared/citations.ts';

/** DOC-010: a number that leads nowhere. */
export const broken: ProjectRule = {
  code: 'reference/broken', severity: 'error', scope: 'project',
  title: { en: 'Reference to something that does not exist', 'zh-CN': '引用的文件、表单或外来文件不存在' },
  why: {
    en: 'The step cannot be carried out: the paper it sends the reader to does not exist.',
    'zh-CN': '照着做做不下去：要找的文件并不存在。',
  },
  messages: {
    found: {
      en: 'No document, form or outside paper carries the number {id}. Correct the number, or issue what is missing.',
      'zh-CN': '没有编号为 {id} 的文件、表单或外来文件。请改正编号，或补发所缺的文件。',
    },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
records: [AB/QR-QP01-01]
references:
  - AB/QP-99 # expect reference/broken
---

记入 AB/QR-QP01-01，见 AB/QR-QP01-09。 <!-- expect reference/broken -->
=== b.md
---
type: form
id: AB/QR-QP01-01
title: 文件发放登记表
procedure: AB/QP-11 # expect reference/broken
revision: A/0
status: draft
owner: office
---
=== processes.yaml
kind: processes
processes:
  - id: GP01
    name: 文件控制
    documents: [AB/QP-07] # expect reference/broken
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/1
status: draft
owner: office
supersedes: AB/QP-01@A/0
references: [WL-001]
limits: [{subject: 补正告知, days: 5, limit: WL-001-L1, basis: [WL-001]}]
---

记入 AB/QR-QP01-01，样例见 AB/QR-QP01-01/2004-003。
=== b.md
---
type: form
id: AB/QR-QP01-01
title: 文件发放登记表
procedure: AB/QP-01
revision: A/0
status: draft
owner: office
---
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 中华人民共和国行政许可法, limits: [{id: WL-001-L1, subject: 补正告知, days: 5, day_type: working}]}
=== old.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: obsolete
owner: office
references: [AB/QP-77]
---
`),
  ],
  *check(project) {
    const known = everyNumber(project);
    const lost = citations(project).filter(({ id, by }) => !(by && isObsolete(by)) && !known.has(id) && !known.has(formOf(id)));
    for (const { first, others } of grouped(lost)) yield { at: first.at, message: 'found', args: { id: first.id }, related: others };
  },
};

function everyNumber({ index, registers }: Project): Set<string> {
  return new Set([
    ...index.documents.keys(), ...index.externals.keys(), ...index.limits.keys(),
    ...registers.promises.map(({ value }) => value.id), ...registers.records.map(({ value }) => value.id),
  ]);
}
