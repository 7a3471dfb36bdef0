import { bodyPlace } from '#model/body-places.ts';
import { lengthOf } from '#model/facts.ts';
import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { inSection } from '../shared/in-section.ts';
import { manualClaims, manualsInForce } from '../shared/manuals.ts';

/** Characters of prose that can describe how even a few processes act on one another. */
const DESCRIBED_IN_PROSE = 300;

/** MAN-003: the manual describes how the processes act on one another. */
export const manualInteraction: ProjectRule = {
  code: 'manual/interaction', severity: 'error', whileBuilding: 'warning', scope: 'project',
  title: { en: 'The manual does not describe how the processes interact', 'zh-CN': '手册没有描述过程之间的相互作用' },
  why: {
    en: 'Faults arise where one process hands over to the next; a list of processes without their links hides these places.',
    'zh-CN': '差错多出在过程的衔接处；只列过程、不说衔接，这些地方就看不见。',
  },
  messages: {
    missing: {
      en: 'The manual nowhere describes how the processes interact. Describe it and mark the line with `:req[{item}]`.',
      'zh-CN': '手册没有描述过程之间的相互作用。请作出描述，并在该处标注 `:req[{item}]`。',
    },
    thin: {
      en: 'The section on the interaction of processes has no table, figure or `::processes` and only {length} characters. Show which process hands what to which.',
      'zh-CN': '描述过程相互作用的一节没有表、图或 `::processes`，文字也只有{length}个字。请写明哪个过程向哪个过程交接什么。',
    },
  },
  examples: [
    bad(`
=== manual.md
---
type: manual
id: AB/QM-01 # expect manual/interaction
title: 质量手册
revision: A/0
status: effective
owner: office
---
`),
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
## 5 过程

各过程相互联系、相互作用。:req[4.2.2-e] <!-- expect manual/interaction -->
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
## 5 过程

各过程的衔接如下。:req[4.2.2-e]

::processes
`),
  ],
  *check(project) {
    const [first] = manualsInForce(project);
    if (!first) return; // manual/missing tells of it
    const stated = manualClaims(project, 'QM-4');
    if (stated.length === 0) {
      const item = project.standard.manual.contents.find(({ id }) => id === 'QM-4')?.item ?? '';
      yield { at: spot(first, 'id'), message: 'missing', args: { item } };
      return;
    }
    const described = stated.some(({ manual: { body }, claim }) => lengthOf(body, claim.section) >= DESCRIBED_IN_PROSE
      || [...body.tables, ...body.directives, ...body.links.filter(({ image }) => image)].some(({ section }) => inSection(body, section, claim.section)));
    const [{ manual, claim }] = stated as [typeof stated[number]];
    if (!described) yield { at: bodyPlace(manual, 'claims', claim), message: 'thin', args: { length: lengthOf(manual.body, claim.section) } };
  },
};
