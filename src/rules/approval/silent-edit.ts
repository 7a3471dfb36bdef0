import { spot } from '#model/place.ts';
import { changedSince } from '#model/reaching-files.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approvalsNow, inRole, personName, signedAs, submitted } from '../shared/ledger.ts';
import { approved, people, policy, prepared, reviewed, text } from '../shared/signed-example.ts';

/** An edit to approved text without a new revision, found without git history. */
export const silentEdit: ProjectRule = {
  code: 'approval/silent-edit', severity: 'error', basis: 'standard', scope: 'project',
  title: { en: 'Approved text was changed', 'zh-CN': '已批准的文字被改动' },
  why: {
    en: 'What people signed is no longer what they read: a changed text needs a new revision and a new approval.',
    'zh-CN': '签署时看到的已不是现在的文字：文字一改，就须有新的修订号和新的批准。',
  },
  messages: {
    text: {
      en: 'The text of revision {revision} is not the one that {person} {role} on {at}. Restore it, or raise the revision with `qms revise {id}` and have it approved.',
      'zh-CN': '{revision} 版的文字不是 {person} 于 {at} {role}的那一份。请恢复原文，或用 `qms revise {id}` 升版后重新批准。',
    },
    again: {
      en: 'The text of revision {revision} was changed after {person} {role} it on {at}. Have it signed again: `qms approve {id} --role {name}`.',
      'zh-CN': '{revision} 版的文字在 {person} 于 {at} {role}之后有改动。请重新签署：`qms approve {id} --role {name}`。',
    },
    include: {
      en: 'The file {file}, which is shown in this document, changed after {person} {role} it on {at}. Restore it, or raise the revision.',
      'zh-CN': '文件中显示的 {file} 在 {person} 于 {at} {role}之后有改动。请恢复，或升版后重新批准。',
    },
  },
  examples: [
    bad(`${policy}${people}=== procedures/QP-01.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0 # expect approval/silent-edit
status: effective
owner: office
effective: "2004-07-01"
---

# 文件控制程序
${prepared}${reviewed}${approved}`),
    good(`${policy}${people}${text}${prepared}${reviewed}${approved}`),
  ],
  *check(project) {
    const files = new Map(project.files.map((file) => [file.path, file]));
    for (const document of submitted(project)) {
      const { id, revision = '' } = document.value;
      const records = approvalsNow(project, document);
      // Before the approval a text may be mended: of those who prepare and review it the last word counts.
      const standing = [...inRole(records, 'approve'), ...inRole(records, 'confirm'), ...(['review', 'prepare'] as const).flatMap((role) => inRole(records, role).slice(-1))];
      const told = new Set<string>();
      const isApproved = inRole(records, 'approve').length > 0;
      for (const { value } of standing) {
        const args = { id, revision, role: signedAs[value.role], name: value.role, person: personName(project, value.person), at: value.at.slice(0, 10) };
        for (const file of changedSince(value, document, files)) {
          if (told.has(file)) continue;
          told.add(file);
          yield { at: spot(document, 'revision'), message: file !== document.path ? 'include' : isApproved ? 'text' : 'again', args: { ...args, file } };
        }
      }
    }
  },
};
