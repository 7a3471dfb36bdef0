import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** REC-004: a filled record holds what its form demands. */
export const recordIncomplete: ProjectRule = {
  code: 'record/incomplete', severity: 'error', scope: 'project',
  title: { en: 'A record is incomplete', 'zh-CN': '记录填写不全' },
  why: {
    en: 'A record with gaps proves nothing, and a signature without a day might have been put there yesterday.',
    'zh-CN': '填写不全的记录证明不了什么；没有日期的签名，可能是昨天才补的。',
  },
  messages: {
    field: {
      en: '"{label}" is a required field of {form} and is not filled in. Fill it in, or strike it through and say why.',
      'zh-CN': '“{label}”是 {form} 的必填栏，没有填写。请补填；不适用的划去并注明原因。',
    },
    signature: {
      en: '"{label}" of {form} is not signed. Have it signed.',
      'zh-CN': '{form} 的“{label}”没有签名。请补办签署。',
    },
    'no-day': {
      en: 'The signature "{label}" has no day. Give the day of signing.',
      'zh-CN': '“{label}”的签名没有日期。请填写签署日期。',
    },
    undated: {
      en: 'The record has no date. Give the day on which it was filled in.',
      'zh-CN': '记录没有日期。请填写填表日期。',
    },
  },
  examples: [
    bad(`
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/0
status: effective
owner: office
fields:
  - { id: no, label: 编号, type: text, required: true }
  - { id: title, label: 名称, type: text, required: true }
  - { id: handled, label: 经手人, type: signature, required: true }
  - { id: checked, label: 核对人, type: signature, required: true }
---
=== r.yaml
kind: record
id: AB/QR-QP01-01/2004-001 # expect record/incomplete
form: AB/QR-QP01-01
edition: A/0
fields: # expect record/incomplete
  no: "12"
signed: # expect record/incomplete
  - { field: handled, by: clerk } # expect record/incomplete
`),
    good(`
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/0
status: effective
owner: office
fields:
  - { id: no, label: 编号, type: number, required: true }
  - { id: memo, label: 备注, type: text }
  - { id: handled, label: 经手人, type: signature, required: true }
---
=== r.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
edition: A/0
on: 2004-08-01
fields: { no: 0 }
signed:
  - { field: handled, by: clerk, on: 2004-08-01 }
`),
  ],
  *check({ registers, index }) {
    for (const record of registers.records) {
      const { form, edition, on, fields = {}, signed = [] } = record.value;
      if (on === undefined) yield { at: spot(record, 'id'), message: 'undated' };
      const layout = index.documents.get(form)?.find(({ value }) => value.type === 'form')?.value;
      const labels = new Map((layout?.fields ?? []).map(({ id, label }) => [id, label]));
      for (const [at, { field, on: day }] of signed.entries()) {
        if (day === undefined) yield { at: spot(record, 'signed', at), message: 'no-day', args: { label: labels.get(field ?? '') ?? field ?? '' } };
      }
      if (edition !== undefined && edition !== layout?.revision) continue; // another edition may have had other fields
      for (const { id, label, type, required } of layout?.fields ?? []) {
        if (!required) continue;
        const at = type === 'signature' ? signed.some(({ field }) => field === id) : isFilled(fields[id]);
        if (!at) yield { at: spot(record, ...(type === 'signature' ? ['signed'] : ['fields', id])), message: type === 'signature' ? 'signature' : 'field', args: { label, form } };
      }
    }
  },
};

function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '';
}
