import type { Args } from '#model/diagnostic.ts';
import { inForce } from '#model/document.ts';
import { bodyPlace } from '#model/body-places.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { ExternalDocument } from '#model/system.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';
import { citations, grouped, type Citation } from '../shared/citations.ts';
import { lawTitle } from '../shared/law-title.ts';

/** DOC-012: decisions that would rest on law that no longer holds, or not yet. */
export const repealedCited: ProjectRule = {
  code: 'external/repealed-cited', severity: 'error', scope: 'project',
  title: { en: 'Law cited that is not in force', 'zh-CN': '引用了失效或尚未施行的法规' },
  why: {
    en: 'A decision that cites repealed law is set aside in the first review.',
    'zh-CN': '引用已废止法规的决定，一复议就会被撤销。',
  },
  messages: {
    repealed: { en: '"{title}" was repealed ({since}). Find the provision that holds now and revise this place.', 'zh-CN': '《{title}》已废止（{since}）。请查明现行依据并修改此处。' },
    replaced: { en: '"{title}" was replaced by {by}. Check the provision against the new text and cite that.', 'zh-CN': '《{title}》已由 {by} 替代。请对照新文本核对后改引。' },
    pending: { en: '"{title}" is entered as not yet in force. A document in force cannot rest on it.', 'zh-CN': '《{title}》登记为尚未施行。现行文件还不能以它为依据。' },
    early: { en: '"{title}" takes effect on {since} only. A document in force cannot rest on it yet.', 'zh-CN': '《{title}》自 {since} 起才施行。现行文件还不能以它为依据。' },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-11
title: 企业登记控制程序
revision: A/0
status: effective
owner: office
effective: 2004-07-01
references: [WL-002] # expect external/repealed-cited
---

按《企业法人登记办法》办理，收费按《行政事业性收费新规》执行。 <!-- expect external/repealed-cited -->
=== licensing.yaml
kind: licensing
items:
  - id: XK-01
    name: 企业设立登记
    legal_basis: [WL-003] # expect external/repealed-cited
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 企业法人登记办法, standing: repealed, repealed_on: 2004-07-01}
  - {id: WL-002, title: 登记收费标准, standing: in-force, replaced_by: WL-004}
  - {id: WL-003, title: 登记条例, standing: not-yet-in-force, in_force_from: 2005-06-01}
  - {id: WL-004, title: 行政事业性收费新规, standing: in-force, in_force_from: 2004-09-01}
`),
    good(`
=== a.md
---
type: procedure
id: AB/QP-11
title: 企业登记控制程序
revision: A/0
status: effective
owner: office
effective: 2004-07-01
references: [WL-001]
---

按《企业法人登记办法》办理。
=== b.md
---
type: procedure
id: AB/QP-12
title: 案件办理程序
revision: A/0
status: draft
owner: office
references: [WL-003]
---
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 企业法人登记办法, standing: amended, replaced_by: WL-003}
  - {id: WL-003, title: 登记条例, standing: not-yet-in-force, in_force_from: 2005-06-01}
`),
  ],
  *check(project) {
    const faults = new Map(project.registers.externals.flatMap((entry) => { const fault = faultOf(entry, project); return fault ? [[entry.value.id, fault] as const] : []; }));
    if (faults.size === 0) return;
    const relying = [...cited(project, faults)].filter(({ by, key }) => (by ? inForce(by, project.today) && by.value.type !== 'external' : key !== 'external-documents:documents/*/replaced_by'));
    for (const { first, others } of grouped(relying)) {
      const fault = faults.get(first.id);
      if (fault) yield { at: first.at, message: fault.message, args: fault.args, related: [spot(fault.entry, 'standing'), ...others] };
    }
  },
};

interface Fault { readonly entry: Entry<ExternalDocument>; readonly message: string; readonly args: Args }

function faultOf(entry: Entry<ExternalDocument>, { today, index }: Project): Fault | undefined {
  const { title, standing, repealed_on, replaced_by, in_force_from } = entry.value;
  const args = { title: allWords(title)[0] ?? '' };
  const successor = replaced_by === undefined ? undefined : index.externals.get(replaced_by)?.value;
  const isReplaced = replaced_by !== undefined && successor?.standing !== 'not-yet-in-force' && (successor?.in_force_from ?? '') <= today;
  if (standing === 'repealed' && (repealed_on ?? '') <= today && !isReplaced) return { entry, message: 'repealed', args: { ...args, since: repealed_on ?? { en: 'day not entered', 'zh-CN': '日期未登记' } } };
  if (isReplaced && (repealed_on ?? '') <= today) return { entry, message: 'replaced', args: { ...args, by: replaced_by } };
  if (in_force_from !== undefined && in_force_from > today) return { entry, message: 'early', args: { ...args, since: in_force_from } };
  return in_force_from === undefined && standing === 'not-yet-in-force' ? { entry, message: 'pending', args } : undefined;
}

/** Cited by number or limit of the list, or by title in running text. */
function* cited(project: Project, faults: ReadonlyMap<string, Fault>): Iterable<Citation> {
  for (const citation of citations(project)) {
    const id = project.index.limits.get(citation.id)?.external.value.id ?? citation.id;
    if (faults.has(id)) yield { ...citation, id };
  }
  const titles = new Map([...faults].flatMap(([id, { entry }]) => [...allWords(entry.value.title), ...(entry.value.aliases ?? [])].filter((title) => typeof title === 'string').map((title) => [lawTitle(title), id] as const)));
  for (const document of project.documents) {
    for (const quote of document.body.quotes) {
      const id = titles.get(lawTitle(quote.text));
      if (id !== undefined) yield { id, path: document.path, key: 'quote', at: bodyPlace(document, 'quotes', quote), by: document };
    }
  }
}
