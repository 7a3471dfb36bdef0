import { inForce } from '#model/document.ts';
import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { statedCitations, type Citation } from '../shared/citations.ts';
import { unfinished } from '../shared/released.ts';
import { NOT_IN_FORCE } from '../shared/not-in-force.ts';

/** Places that name a document without saying that people work by it. */
const harmless = new Set(['supersedes', 'replaced_by', 'part_of', 'procedure', 'approval:document', 'nonconformity:document', 'audit-checklist:rows/*/document', 'distribution:copies/*/document']);

/** DOC-014: the draft that everybody already works by. */
export const draftInUse: ProjectRule = {
  code: 'document/draft-in-use', severity: 'warning', scope: 'project',
  title: { en: 'Draft used as if in force', 'zh-CN': '草案被当作现行文件' },
  why: {
    en: 'A draft may change overnight and nobody answers for it; what is done by it stands on no rule.',
    'zh-CN': '草案随时会变，也没有人对它负责；照草案办事等于没有依据。',
  },
  messages: {
    found: {
      en: '{id} is not approved, but {count} places rely on it (first {where}). Have it approved, or take it out there.',
      'zh-CN': '{id} 尚未批准，却有 {count} 处把它当作依据（首处见 {where}）。请报批，或在那些地方撤掉。',
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
status: draft # expect document/draft-in-use
owner: office
---
=== b.md
---
type: form
id: AB/QR-QP01-01
title: 文件发放登记表
procedure: AB/QP-01
revision: A/0
status: review # expect document/draft-in-use
owner: office
---
=== c.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
references: [AB/QP-01]
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---
=== channels.yaml
kind: channels
channels:
  - {id: TD-01, type: counter, name: 窗口, records: [AB/QR-QP01-01]}
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
references: [AB/QP-02]
revision: A/0
status: draft
owner: office
---
=== c.md
---
type: procedure
id: AB/QP-02
title: 记录控制程序
revision: A/0
status: draft
owner: office
---
`),
  ],
  *check(project) {
    const drafts = new Map([...project.index.documents].filter(([, documents]) => documents.every(unfinished)));
    const uses = new Map<string, Spot[]>();
    const add = (id: string, at: Spot): void => { if (drafts.has(id)) uses.set(id, [...(uses.get(id) ?? []), at]); };
    for (const citation of statedCitations(project)) if (relies(citation, project)) add(citation.id, citation.at);
    for (const copy of project.registers.copies) if (copy.value.recalled === undefined && copy.value.destroyed === undefined) add(copy.value.document, spot(copy, 'document'));
    for (const [id, places] of uses) {
      const [draft] = drafts.get(id) ?? [];
      if (draft) yield { at: spot(draft, 'status'), message: 'found', args: { id, count: places.length, where: places[0]?.path ?? '' }, related: places.slice(0, 10), coveredBy: { ...NOT_IN_FORCE, 'coverage/unclaimed-item:not-in-force': 'entry' } };
    }
  },
};

function relies({ key, by }: Citation, { today }: Project): boolean {
  return !harmless.has(key) && (by === undefined || inForce(by, today));
}
