import { isObsolete } from '#model/document.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { citations, formOf, grouped, type Citation } from '../shared/citations.ts';
import { supersededNumber } from '../shared/superseded.ts';

/** Places that may name what is withdrawn: history, and those that document/obsolete-in-use looks after. */
const allowed = new Set([
  'supersedes', 'replaced_by', 'approval:document', 'nonconformity:document', 'audit-checklist:rows/*/document', 'record:form',
  'distribution:copies/*/document', 'channels:channels/*/document',
]);

/** DOC-010: a number that leads to a withdrawn paper. */
export const obsolete: ProjectRule = {
  code: 'reference/obsolete', severity: 'error', scope: 'project',
  title: { en: 'Reference to an obsolete document', 'zh-CN': '引用了作废文件' },
  why: {
    en: 'Whoever follows the reference works by a rule that no longer holds.',
    'zh-CN': '照引用去办，用的就是已经失效的规定。',
  },
  messages: {
    found: { en: '{id} is withdrawn. Cite what replaced it, or take the reference out.', 'zh-CN': '{id} 已作废。请改引替代它的文件，或删去引用。' },
    replaced: { en: '{id} is withdrawn and replaced by {by}. Cite that one.', 'zh-CN': '{id} 已作废，由 {by} 替代。请改引 {by}。' },
  },
  examples: [
    bad(`
=== old.md
---
type: procedure
id: AB/QP-09
title: 外来文件管理程序
revision: A/0
status: obsolete
owner: office
---
=== new.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
supersedes: AB/QP-09
revision: A/0
status: draft
owner: office
---

外来文件原由 AB/QP-09 管理，现并入本程序。
=== b.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
references:
  - AB/QP-09 # expect reference/obsolete
---
=== processes.yaml
kind: processes
processes:
  - id: GP01
    name: 文件控制
    documents: [AB/QP-09] # expect reference/obsolete
`),
    good(`
=== old.md
---
type: procedure
id: AB/QP-09
title: 外来文件管理程序
revision: A/0
status: retained
owner: office
references: [AB/QP-08]
---
=== older.md
---
type: procedure
id: AB/QP-08
title: 法规管理程序
revision: A/0
status: obsolete
owner: office
---
=== nonconformities/1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
status: closed
document: AB/QP-09
fact: {statement: 窗口张贴的目录缺一项}
`),
  ],
  *check(project) {
    const { documents, index } = project;
    const withdrawn = (id: string): boolean => index.documents.get(id)?.every(isObsolete) ?? false;
    const successors = new Map(documents.flatMap((document) => (document.value.supersedes === undefined || isObsolete(document) ? [] : [[supersededNumber(document.value.supersedes), document] as const])));
    const wrong = citations(project).filter(({ id, key, by }) => !allowed.has(key) && !(by && isObsolete(by)) && withdrawn(formOf(id)) && !replaces(by, formOf(id)));
    for (const { first, others } of grouped(wrong)) {
      const [cited] = index.documents.get(formOf(first.id)) ?? [];
      const by = successors.get(formOf(first.id));
      const related = [...(cited ? [spot(cited, 'status')] : []), ...others];
      if (by) yield { at: first.at, message: 'replaced', args: { id: first.id, by: by.value.id }, related };
      else yield { at: first.at, message: 'found', args: { id: first.id }, related };
    }
  },
};

/** A document may name what it replaces. */
function replaces(by: Citation['by'], id: string): boolean {
  return by?.value.supersedes !== undefined && supersededNumber(by.value.supersedes) === id;
}
