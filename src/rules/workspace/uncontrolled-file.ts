import { lineStart } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { isWrittenPaper, unreferred } from '../shared/unreferred.ts';

/** DOC-007: the Word file beside the manual that everybody really uses. */
export const uncontrolledFile: ProjectRule = {
  code: 'workspace/uncontrolled-file', severity: 'error', basis: 'practice', scope: 'project',
  title: { en: 'Paper that is not under control', 'zh-CN': '未受控的文档' },
  why: {
    en: 'A Word or Excel file beside the manual has no number, no revision and no approval, and is what people really work by.',
    'zh-CN': '手册旁边的 Word、Excel 文件没有编号、版次和批准，大家真正用的却往往是它。',
  },
  messages: { found: { en: 'A .{kind} file that no document and no register refers to. Turn it into a controlled document or form, refer to it, or delete it.', 'zh-CN': '这个 .{kind} 文件没有任何文件或登记表引用。请改成受控文件或表单，或加以引用，或删除。' } },
  examples: [
    bad(`
=== forms/new-form.xls
(sheet) expect workspace/uncontrolled-file
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

见 [上级来文](external/notice.pdf)。
=== external/notice.pdf
(scan)
=== pictures/flow.png
(picture)
`),
  ],
  *check(project) {
    for (const { path, kind } of unreferred(project)) {
      if (isWrittenPaper(kind)) yield { at: lineStart(path, 1), message: 'found', args: { kind } };
    }
  },
};
