import { isObsolete } from '#model/document.ts';
import { bodyPlace } from '#model/body-places.ts';
import { onceFor } from '#model/once-for.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type DocumentRule } from '#model/rule.ts';
import { allWords } from '#model/text.ts';
import { lawTitle } from '../shared/law-title.ts';

/** DOC-011: a law in the text that the list of external documents does not know. */
export const unlisted: DocumentRule = {
  code: 'external/unlisted', severity: 'error', scope: 'document',
  title: { en: 'Law quoted but not in the list of external documents', 'zh-CN': '引用的法规未列入外来文件清单' },
  why: {
    en: 'What is not listed is not watched: nobody notices when it is amended or repealed.',
    'zh-CN': '不在清单里就没有人跟踪，修改、废止了也没人知道。',
  },
  messages: {
    found: {
      en: '"{title}" is neither a document of our own nor in the list of external documents. Enter it with issuer, number, date and standing, or correct the title.',
      'zh-CN': '《{title}》既不是本单位文件，也不在外来文件清单中。请登记发布机关、文号、日期和效力状态，或改正名称。',
    },
  },
  examples: [
    bad(`
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: draft
owner: office
---

依据《中华人民共和国档案法》和《国家行政机关公文处理办法》。 <!-- expect external/unlisted -->
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 中华人民共和国档案法}
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

依据《档案法》《公文办法》和《窗口受理规范》，填写《文件发放登记表》。
=== b.md
---
type: work-instruction
id: AB/WI-001
title: 窗口受理规范
revision: A/0
status: draft
owner: office
---
=== external.yaml
kind: external-documents
documents:
  - {id: WL-001, title: 中华人民共和国档案法}
  - {id: WL-002, title: 国家行政机关公文处理办法, aliases: [公文办法]}
`),
  ],
  *check(document, project) {
    if (isObsolete(document)) return;
    const told = new Set<string>();
    for (const quote of document.body.quotes) {
      const title = lawTitle(quote.text);
      const yearless = title.replace(/\d{4}$/, '');
      if (told.has(title) || !project.words.law_endings.some((ending) => yearless.endsWith(ending))) continue;
      const known = knownTitles(project);
      if (known.has(title) || known.has(yearless)) continue;
      told.add(title);
      yield { at: bodyPlace(document, 'quotes', quote), message: 'found', args: { title: quote.text } };
    }
  },
};

/** Titles of what the house has, its own documents included. */
const knownTitles = onceFor(({ index, documents }: Project): ReadonlySet<string> => new Set([...index.externalTitles.keys(), ...documents.flatMap(({ value }) => allWords(value.title))].map(lawTitle)));
