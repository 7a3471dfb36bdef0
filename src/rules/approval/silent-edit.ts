import { reachingFiles } from '#model/approval.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { approvalsNow, inRole, personName, submittedWithDigest } from '../shared/ledger.ts';
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
      en: 'The text of revision {revision} is not the one that {person} approved on {at}. Restore it, or raise the revision with `qms revise {id}` and have it approved.',
      'zh-CN': '{revision} 版的文字不是 {person} 于 {at} 批准的那一份。请恢复原文，或用 `qms revise {id}` 升版后重新批准。',
    },
    include: {
      en: 'The file {file}, which is shown in this document, changed after {person} approved it on {at}. Restore it, or raise the revision.',
      'zh-CN': '文件中显示的 {file} 在 {person} 于 {at} 批准之后有改动。请恢复，或升版后重新批准。',
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
    const digests = new Map(project.files.map(({ path, digest }) => [path, digest]));
    for (const { document, digest } of submittedWithDigest(project)) {
      const { id, revision = '' } = document.value;
      for (const { value } of inRole(approvalsNow(project, document), 'approve')) {
        const told = { id, revision, person: personName(project, value.person), at: value.at.slice(0, 10) };
        if (value.sha256 !== digest) yield { at: spot(document, 'revision'), message: 'text', args: told };
        const stood = new Map((value.includes ?? []).map(({ path, sha256 }) => [path, sha256]));
        for (const file of new Set([...reachingFiles(document), ...stood.keys()])) {
          if (stood.get(file) !== digests.get(file)) yield { at: spot(document, 'revision'), message: 'include', args: { ...told, file } };
        }
      }
    }
  },
};
