import { inForce } from '#model/document.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';

/** REC-002: forms are documents; each filled one names the edition that was in force, and each form belongs to a document. */
export const formEdition: ProjectRule = {
  code: 'record/form-edition', severity: 'error', scope: 'project',
  title: { en: 'A form is used in the wrong edition, or belongs to no document', 'zh-CN': '表单版本不符或不属于任何文件' },
  why: {
    en: 'Forms are documents too: on an old edition the columns that were added since are missing.',
    'zh-CN': '表单也是文件：用旧版填写，后来增加的栏目就缺了。',
  },
  messages: {
    'no-edition': {
      en: 'The record does not say on which edition of {form} it was filled. Give its `edition`.',
      'zh-CN': '记录没有写明用的是 {form} 的哪一版。请填写 `edition`。',
    },
    differs: {
      en: 'The record was filled on edition {edition} of {form}, while {revision} was in force. Use the edition in force.',
      'zh-CN': '记录用的是 {form} 的 {edition} 版，而当时现行的是 {revision} 版。请使用现行版本。',
    },
    unnamed: {
      en: 'No document names the form {form}. List it under `records` of the procedure that uses it, or withdraw it.',
      'zh-CN': '没有文件提到表单 {form}。请列入使用它的程序的 `records`，或予以作废。',
    },
  },
  examples: [
    bad(`
=== p.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
records: [AB/QR-QP01-01]
---
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/1
status: effective
owner: office
effective: 2004-07-01
---
=== g.md
---
type: form
id: AB/QR-QP01-09 # expect record/form-edition
title: 无主表
revision: A/0
status: effective
owner: office
---
=== r1.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
edition: A/0 # expect record/form-edition
on: 2004-08-01
=== r2.yaml
kind: record
id: AB/QR-QP01-01/2004-002 # expect record/form-edition
form: AB/QR-QP01-01
on: 2004-08-02
`),
    good(`
=== p.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
records: [AB/QR-QP01-01]
---
=== f.md
---
type: form
id: AB/QR-QP01-01
title: 登记表
revision: A/1
status: effective
owner: office
effective: 2004-07-01
---
=== r1.yaml
kind: record
id: AB/QR-QP01-01/2004-001
form: AB/QR-QP01-01
edition: A/0
on: 2004-06-01
`),
  ],
  *check(project) {
    const named = formsNamed(project);
    for (const form of project.documents) {
      const { type, id } = form.value;
      if (type === 'form' && inForce(form, project.today) && !named.has(id)) yield { at: spot(form, 'id'), message: 'unnamed', args: { form: id } };
    }
    for (const record of project.registers.records) {
      const { form, edition, on } = record.value;
      if (edition === undefined) yield { at: spot(record, 'id'), message: 'no-edition', args: { form } };
      const current = project.index.documents.get(form)?.find((document) => inForce(document, project.today))?.value;
      if (edition === undefined || current?.revision === undefined || current.revision === edition) continue;
      // filled before the edition now in force began: an older one is right
      if (on !== undefined && current.effective !== undefined && on < current.effective) continue;
      yield { at: spot(record, 'edition'), message: 'differs', args: { form, edition, revision: current.revision } };
    }
  },
};

/** Forms that a document other than a form lists or mentions. */
function formsNamed({ documents }: Project): ReadonlySet<string> {
  return new Set(documents.filter(({ value }) => value.type !== 'form' && value.status !== 'obsolete')
    .flatMap(({ value, body }) => [...(value.records ?? []), ...(value.references ?? []), ...body.mentions.map(({ id }) => id)]));
}
