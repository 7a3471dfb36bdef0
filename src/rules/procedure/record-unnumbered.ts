import { bodyPlace } from '#model/body-places.ts';
import { spot } from '#model/place.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { isBlank, stepTables } from '../shared/step-tables.ts';
import { isSubmitted } from '../shared/submitted.ts';

/** PRC-003: a procedure leaves records behind, each on a form with a number. */
export const recordUnnumbered: DocumentRule = {
  code: 'procedure/record-unnumbered', severity: 'error', scope: 'document',
  title: { en: 'A procedure names no record, or a record without form number', 'zh-CN': '程序未列相关记录，或记录没有表单编号' },
  why: {
    en: 'Work that leaves no identified record cannot be proved afterwards.',
    'zh-CN': '没有留下可识别的记录，做过的事就拿不出证据。',
  },
  messages: {
    none: {
      en: 'The procedure lists no forms under `records`. List the numbers of the forms that are filled when it is followed.',
      'zh-CN': '程序的 `records` 没有列出任何表单。请列出执行本程序时填写的各表单编号。',
    },
    step: {
      en: 'The record "{record}" of step "{step}" has no form number. Put the form\'s number beside its name.',
      'zh-CN': '步骤“{step}”的记录“{record}”没有表单编号。请在名称旁写明表单编号。',
    },
  },
  examples: [
    bad(`
=== procedures/a.md
---
type: procedure # expect procedure/record-unnumbered
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
## 4 工作程序

| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |
|---|---|---|---|---|
| 1 登记 | 编号 | 文件管理员 | 当日 | 登记表 | <!-- expect procedure/record-unnumbered -->
| 2 通知 | 口头通知 | 文件管理员 | 当日 | 无 |
`),
    good(`
=== procedures/a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
records: [AB/QR-QP01-01]
---
## 4 工作程序

| 步骤 | 工作内容 | 责任岗位 | 时限 | 记录 |
|---|---|---|---|---|
| 1 登记 | 编号 | 文件管理员 | 当日 | AB/QR-QP01-01 登记表 |
| 2 通知 | 口头通知 | 文件管理员 | 当日 | — |
`),
  ],
  *check(document, project) {
    const { value, body } = document;
    if (value.type !== 'procedure' || !isSubmitted(document)) return;
    if ((value.records ?? []).length === 0) yield { at: spot(document, 'records'), message: 'none' };
    const forms = [...(value.records ?? []), ...body.mentions.map(({ id }) => id)];
    for (const { table, cell } of stepTables(document, project.words)) {
      for (const row of table.rows) {
        const record = cell(row, 'record');
        if (record === undefined || isBlank(record) || forms.some((id) => record.includes(id)) || project.index.documents.has(record)) continue;
        yield { at: bodyPlace(document, 'rows', row), message: 'step', args: { record, step: cell(row, 'step') ?? '' } };
      }
    }
  },
};
