import type { Index, Project } from '#model/project.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName, sameActor } from '#model/actors.ts';

/** DOC-003: approval checks nothing when the hand is the same, or when it is not the hand that may approve. */
export const approverIsAuthor: ProjectRule = {
  code: 'document/approver-is-author', severity: 'warning', scope: 'project',
  title: { en: 'Approved by its author, or by someone without authority', 'zh-CN': '自编自批或越权批准' },
  why: {
    en: 'Nobody sees the gaps in their own writing; a manual that top management did not approve does not bind the units.',
    'zh-CN': '自己写的看不出漏洞；手册不由最高管理者批准，对各部门就没有约束力。',
  },
  messages: {
    author: { en: '{who} both prepared and approved it. Have it approved by someone else.', 'zh-CN': '编制和批准都是{who}。请由他人批准。' },
    reviewer: {
      en: '{who} signed twice, though the approval policy of this type wants different people. Let each role be signed by someone else.',
      'zh-CN': '{who}签署了两次，而本类文件的审批规定要求各由一人。请分别由不同的人签署。',
    },
    authority: { en: 'The manual is approved by {who}, not by top management. Have {top} approve it.', 'zh-CN': '手册由{who}批准，而不是最高管理者。请由{top}批准。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
prepared: {by: clerk, on: 2004-05-01}
approved: {by: clerk, on: 2004-06-01} # expect document/approver-is-author
---
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: {procedure: {distinct: true}}
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
prepared: {by: clerk, on: 2004-05-01}
reviewed: {by: head, on: 2004-05-02}
approved: {by: head, on: 2004-06-01} # expect document/approver-is-author
---
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{id: office, name: 办公室}, {id: leadership, name: 局领导}]
posts: [{id: clerk, name: 文件管理员, unit: office}, {id: director, name: 局长, unit: leadership}]
top_management: director
=== a.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: approved
owner: office
approved: {by: clerk, on: 2004-06-01} # expect document/approver-is-author
---
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: approved
owner: office
prepared: {by: clerk, on: 2004-05-01}
approved: {by: head, on: 2004-06-01}
---
`),
  ],
  *check(project) {
    const { documents, config, index } = project;
    for (const document of documents) {
      const { type, status, prepared, reviewed, approved } = document.value;
      if (approved?.by === undefined || status === 'obsolete' || status === 'retained') continue;
      const at = spot(document, 'approved', 'by');
      const who = actorName(index, approved.by);
      const distinct = config.approval[type]?.distinct;
      if (distinct !== false && sameActor(index, prepared?.by, approved.by)) yield { at, message: 'author', args: { who } };
      else if (distinct === true && (sameActor(index, reviewed?.by, approved.by) || sameActor(index, prepared?.by, reviewed?.by))) {
        const twice = sameActor(index, reviewed?.by, approved.by) ? approved.by : reviewed?.by ?? approved.by;
        yield { at, message: 'reviewer', args: { who: actorName(index, twice) } };
      } else if (type === 'manual') {
        const top = topManagement(project);
        if (top !== undefined && isKnown(index, approved.by) && !sameActor(index, approved.by, top)) yield { at, message: 'authority', args: { who, top: actorName(index, top) } };
      }
    }
  },
};

function topManagement({ registers }: Project): string | undefined {
  return registers.organizations.find(({ value }) => value.top_management !== undefined)?.value.top_management;
}

function isKnown(index: Index, actor: string): boolean {
  return index.people.has(actor) || index.posts.has(actor);
}
