import { inForce } from '#model/document.ts';
import { bodyPlace } from '#model/body-places.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { linkTarget } from '#model/link-target.ts';
import { manualClaims, manualsInForce } from '../shared/manuals.ts';

/** MAN-002: the manual contains the procedures or says which they are. */
export const proceduresUnlisted: ProjectRule = {
  code: 'manual/procedures-unlisted', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'The manual does not refer to a procedure', 'zh-CN': '手册没有引用程序文件' },
  why: {
    en: 'A procedure the manual does not name stands outside the system that was certified.',
    'zh-CN': '手册没有提到的程序，等于游离在体系之外。',
  },
  messages: {
    found: {
      en: 'The manual does not name {id}. Name it by number, or list all procedures with `::register{kind=procedure}`.',
      'zh-CN': '手册没有提到 {id}。请按编号引用，或用 `::register{kind=procedure}` 列出全部程序文件。',
    },
  },
  examples: [
    bad(`
=== manual.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: effective
owner: office
---
本手册引用 AB/QP-01。:req[4.2.2-d]
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
=== b.md
---
type: procedure
id: AB/QP-02 # expect manual/procedures-unlisted
title: 记录控制程序
revision: A/0
status: effective
owner: office
---
`),
    good(`
=== manual.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: effective
owner: office
---
::register{kind=procedure}
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
---
`),
  ],
  *check(project) {
    const manuals = manualsInForce(project);
    const [first] = manuals;
    if (!first) return; // manual/missing tells of it
    const listsAll = manuals.some(({ body }) => body.directives.some(({ name, attributes }) => name === 'register' && (attributes['kind'] ?? 'procedure') === 'procedure'));
    if (listsAll) return;
    const named = new Set(manuals.flatMap(({ body }) => body.mentions.map(({ id }) => id)));
    const linked = new Set(manuals.flatMap(({ path, body }) => body.links.map(({ url }) => linkTarget(path, url)).flatMap((target) => (target.kind === 'file' ? [target.path] : []))));
    const [statement] = manualClaims(project, 'QM-3');
    const related = [statement ? bodyPlace(statement.manual, 'claims', statement.claim) : spot(first, 'id')];
    for (const procedure of project.documents) {
      const { type, id } = procedure.value;
      if (type !== 'procedure' || !inForce(procedure, project.today) || named.has(id) || linked.has(procedure.path)) continue;
      yield { at: spot(procedure, 'id'), message: 'found', args: { id }, related };
    }
  },
};
