import { inForce, isObsolete, type Document } from '#model/document.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { supersededNumber } from '../shared/superseded.ts';

/** DOC-008: withdrawn on paper, but still on the desks or on the wall. */
export const obsoleteInUse: ProjectRule = {
  code: 'document/obsolete-in-use', severity: 'error', scope: 'project',
  title: { en: 'Obsolete document still in use', 'zh-CN': '作废文件仍在使用' },
  why: {
    en: 'A decision taken on a withdrawn paper is wrong from the start, and the applicant will find out.',
    'zh-CN': '依据作废文件作出的决定从一开始就是错的，而且当事人迟早会发现。',
  },
  messages: {
    copies: {
      en: '{id} is withdrawn, but {count} copies are still out. Recall them and enter the day.',
      'zh-CN': '{id} 已作废，仍有 {count} 份副本未收回。请收回并登记日期。',
    },
    channel: { en: '{id} is withdrawn, but the public still finds it here. Take it down.', 'zh-CN': '{id} 已作废，这里仍在对外公开。请撤下。' },
    superseded: {
      en: '{by}, which is in force, replaces {id}, yet {id} is still marked as in force. Withdraw it, or correct `supersedes`.',
      'zh-CN': '现行的 {by} 已替代 {id}，{id} 却仍标为现行。请将其作废，或改正 `supersedes`。',
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
status: obsolete
owner: office
---
=== copies.yaml
kind: distribution
copies:
  - {document: AB/QP-01, revision: A/0, copy: "001", holder: office, recalled: 2004-07-01}
  - {document: AB/QP-01, revision: A/0, copy: "002", holder: office} # expect document/obsolete-in-use
=== channels.yaml
kind: channels
channels:
  - {id: TD-01, type: web-column, name: 办事指南, document: AB/QP-01, revision: A/0} # expect document/obsolete-in-use
`),
    bad(`
=== old.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective # expect document/obsolete-in-use
owner: office
effective: 2004-01-01
---
=== new.md
---
type: procedure
id: AB/QP-09
title: 文件和外来文件控制程序
supersedes: AB/QP-01
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: retained
owner: office
---
=== new.md
---
type: procedure
id: AB/QP-09
title: 文件和外来文件控制程序
supersedes: AB/QP-01@A/0
revision: A/0
status: effective
owner: office
effective: 2004-07-01
---
=== copies.yaml
kind: distribution
copies:
  - {document: AB/QP-01, revision: A/0, copy: "001", holder: office}
  - {document: AB/QP-01, revision: A/0, copy: "002", holder: office, destroyed: {by: clerk, on: 2004-07-02}}
`),
  ],
  *check(project) {
    const successors = new Map(project.documents.flatMap((document) => {
      const old = document.value.supersedes === undefined ? undefined : supersededNumber(document.value.supersedes);
      return old === undefined || old === document.value.id || !inForce(document, project.today) ? [] : [[old, document] as const];
    }));
    for (const document of project.documents) {
      if (isObsolete(document)) yield* stillOut(project, document);
      else if (document.value.status === 'effective') {
        const by = successors.get(document.value.id);
        if (by) yield { at: spot(document, 'status'), message: 'superseded', args: { id: document.value.id, by: by.value.id }, related: [spot(by, 'supersedes')] };
      }
    }
  },
};

function* stillOut({ registers, index }: Project, document: Document): ReturnType<ProjectRule['check']> {
  const { id, status } = document.value;
  if (index.documents.get(id)?.some((other) => !isObsolete(other))) return;
  const out = registers.copies.filter(({ value }) => value.document === id && value.recalled === undefined && value.destroyed === undefined);
  const [first, ...others] = out;
  // One copy may be kept for knowledge when the document is marked as retained.
  if (first && out.length > (status === 'retained' ? 1 : 0)) {
    yield { at: spot(first, 'document'), message: 'copies', args: { id, count: out.length }, related: [spot(document, 'status'), ...others.map((entry) => spot(entry, 'document'))] };
  }
  for (const channel of registers.channels) {
    if (channel.value.document === id) yield { at: spot(channel, 'document'), message: 'channel', args: { id }, related: [spot(document, 'status')] };
  }
}
