import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';

/** DOC-011: an entry by which the paper cannot be told from others of the same name. */
export const incomplete: ProjectRule = {
  code: 'external/incomplete', severity: 'error', scope: 'project',
  title: { en: 'External document without issuer, number, date or standing', 'zh-CN': '外来文件登记不全' },
  why: {
    en: 'Laws are re-issued under the same name; only issuer, number and date say which text is meant.',
    'zh-CN': '同名法规会多次发布，只有发布机关、文号和日期才说得清是哪一个文本。',
  },
  messages: { found: { en: '{id} lacks: {fields}. Complete the entry.', 'zh-CN': '{id} 缺：{fields}。请补全登记。' } },
  examples: [
    bad(`
=== external.yaml
kind: external-documents
documents:
  - id: WL-001 # expect external/incomplete
    title: 中华人民共和国行政许可法
    issuer: 全国人民代表大会常务委员会
    issued: 2003-08-27
  - id: WL-002 # expect external/incomplete
    title: 公司登记管理若干问题的规定
    issuer: 国家工商行政管理局
    number: 第83号令
    issued: 1998-01-07
    standing: repealed
`),
    good(`
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 中华人民共和国行政许可法, issuer: 全国人民代表大会常务委员会, number: 主席令第七号, issued: 2003-08-27, standing: in-force}
`),
  ],
  *check({ registers }) {
    for (const entry of registers.externals) {
      const { id, issuer, number, issued, standing, repealed_on, replaced_by } = entry.value;
      const fields = missing([
        [issuer, { en: 'issuer', 'zh-CN': '发布机关' }], [number, { en: 'official number', 'zh-CN': '文号' }],
        [issued, { en: 'date of issue', 'zh-CN': '发布日期' }], [standing, { en: 'standing', 'zh-CN': '效力状态' }],
        [standing === 'repealed' ? repealed_on ?? replaced_by : 'not asked', { en: 'day of repeal or successor', 'zh-CN': '废止日期或替代文件' }],
      ]);
      if (fields.length > 0) yield { at: spot(entry, 'id'), message: 'found', args: { id, fields: listed(fields) } };
    }
  },
};
