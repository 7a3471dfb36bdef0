import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { wordsIn } from '#model/text.ts';
import { listed } from '#model/listed.ts';
import { missing } from '#model/missing.ts';
import { released } from '../shared/released.ts';

/** DOC-017: what the head of each page is printed from. Fields that the format itself demands are told by load/schema. */
export const headerIncomplete: ProjectRule = {
  code: 'document/header-incomplete', severity: 'warning', scope: 'project',
  title: { en: 'Header of a controlled document is incomplete', 'zh-CN': '受控文件页眉信息不全' },
  why: {
    en: 'The head of each page is printed from these fields; a loose page without them cannot be traced.',
    'zh-CN': '每页页眉由这些字段印出；缺了它们，散页无从追溯。',
  },
  messages: {
    found: { en: '{id} is approved, but its header lacks: {fields}. Complete the front matter.', 'zh-CN': '{id} 已批准，但页眉缺：{fields}。请在文首补全。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01 # expect document/header-incomplete
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
`),
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01 # expect document/header-incomplete
title: {en: Control of documents}
revision: A/0
status: approved
owner: office
effective: 2005-01-01
---
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-01
title: {en: Control of documents, zh-CN: 文件控制程序}
revision: A/0
status: approved
owner: office
effective: 2005-01-01
---
`),
  ],
  *check({ documents, config }) {
    for (const document of documents) {
      const { id, type, title, revision, owner, effective } = document.value;
      if (type === 'external' || !released(document.value)) continue;
      const ownTitle = typeof title === 'string' ? title : title?.[config.language];
      const fields = missing([
        [wordsIn(ownTitle, config.language), { en: 'title in the language of the workspace', 'zh-CN': '本工作区语言的文件名称' }],
        [revision, { en: 'edition and revision', 'zh-CN': '版本/修订' }], [owner, { en: 'lead unit', 'zh-CN': '主管部门' }],
        [effective, { en: 'day it takes effect', 'zh-CN': '生效日期' }],
      ]);
      if (fields.length > 0) yield { at: spot(document, 'id'), message: 'found', args: { id, fields: listed(fields) } };
    }
  },
};
