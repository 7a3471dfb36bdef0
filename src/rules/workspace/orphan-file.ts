import { lineStart } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { isWrittenPaper, unreferred } from '../shared/unreferred.ts';

/** A picture or attachment that belongs to nothing. */
export const orphanFile: ProjectRule = {
  code: 'workspace/orphan-file', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'File that nothing refers to', 'zh-CN': '没有被引用的附件' },
  why: {
    en: 'Nobody knows whether it is still valid, and an approval does not cover it.',
    'zh-CN': '没人知道它是否还有效，批准也没有涵盖它。',
  },
  messages: { found: { en: 'No document and no register refers to this file. Link it, delete it, or list it under `ignore:` in qms.yaml.', 'zh-CN': '没有文件或登记表引用它。请加上引用，或删除，或在 qms.yaml 的 `ignore:` 里列出。' } },
  examples: [
    bad(`
=== pictures/old-flow.png
(picture) expect workspace/orphan-file
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

![流程图](pictures/flow.png)
=== pictures/flow.png
(picture)
=== photos/03.jpg
(picture)
=== photos/Thumbs.db
(left behind)
=== nonconformities/1.yaml
kind: nonconformity
id: NC-2004-001
source: audit
status: done
fact: {statement: 公示栏缺收费标准}
action: {what: 重新张贴, evidence: 照片 photos/03.jpg}
`),
  ],
  *check(project) {
    for (const { path, kind } of unreferred(project)) {
      if (!isWrittenPaper(kind)) yield { at: lineStart(path, 1), message: 'found' };
    }
  },
};
