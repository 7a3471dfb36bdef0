import { sectionAt } from '#model/body-places.ts';
import type { Place } from '#model/place.ts';
import { bad, good, type FileRule, type ReadableFile } from '#model/rule.ts';
import type { Words } from '#model/words.ts';
import { onceFor } from '#model/once-for.ts';
import { proseLines, stretch } from '../shared/prose.ts';

/** So many sentences in the standard's voice make a copied section, or a copied document. */
const IN_SECTION = 3;
const IN_DOCUMENT = 6;

/** Text that repeats the standard's demands ("the organization shall") instead of saying what is done here. */
export const copiedStandard: FileRule = {
  code: 'document/copied-standard', severity: 'warning', basis: 'practice', scope: 'file',
  title: { en: 'Text repeats the standard', 'zh-CN': '照抄标准' },
  why: {
    en: 'A manual must say who here does what by when; the standard says so for nobody, and its text is under copyright.',
    'zh-CN': '手册要写明本单位由谁、在何时、怎样做；标准原文对谁都没有说，而且受著作权保护。',
  },
  messages: {
    section: { en: '{count} sentences here speak in the standard\'s voice ("the organization shall"). Say what is done here, by which post, and cite the clause with a mark.', 'zh-CN': '这一节有 {count} 句是标准的口气（“组织应……”）。请写本单位由哪个岗位怎样做，条款用标记对应。' },
    document: { en: '{count} sentences of this document speak in the standard\'s voice ("the organization shall"). Say what is done here, by which post.', 'zh-CN': '全文有 {count} 句是标准的口气（“组织应……”）。请写本单位由哪个岗位怎样做。' },
  },
  examples: [
    bad(`
=== a.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: draft
owner: office
---

## 4.1 总要求

组织应识别所需的过程。组织应确定过程的顺序。 <!-- expect document/copied-standard -->

组织应监视这些过程，以便改进。
`),
    bad(`
=== a.md
---
type: manual
id: AB/QM-01
title: Quality manual
revision: A/0
status: draft
owner: office
---

## 4.1 General

The organization shall know its processes. The organization shall watch them. <!-- expect document/copied-standard -->

## 4.2 Documents

The organization shall keep documents. Top management shall approve them.

## 5.1 Management

Top management shall lead. The organization shall follow.
`),
    good(`
=== a.md
---
type: manual
id: AB/QM-01
title: 质量手册
revision: A/0
status: draft
owner: office
---

## 4.1 总要求

贯标办每年一月复核过程清单，各单位对本单位的过程负责。办公室负责组织应急演练。标准所称“组织”，在本局即市局机关、分局和工商所。
`),
  ],
  *check(file) {
    if (file.facts.kind === 'external' || file.facts.kind === 'form') return;
    const found = voices(file);
    const sections = [...Map.groupBy(found, ({ section }) => section).values()].filter((inSection) => inSection.length >= IN_SECTION);
    for (const inSection of sections) yield { at: (inSection[0] as Voice).at, message: 'section', args: { count: inSection.length } };
    if (sections.length === 0 && found.length >= IN_DOCUMENT) yield { at: (found[0] as Voice).at, message: 'document', args: { count: found.length } };
  },
};

const standardVoice = onceFor((words: Words) => new RegExp(words.standard_voice.join('|'), 'giu'));

interface Voice { readonly at: Place; readonly section: number }

function voices(file: ReadableFile): Voice[] {
  const patterns = standardVoice(file.words);
  if (file.text.search(patterns) < 0) return [];
  return proseLines(file).flatMap(({ text, line }) => {
    const section = file.facts.body ? sectionAt(file.facts.body, line) : -1;
    return [...text.matchAll(patterns)].map((match) => ({ at: stretch(file.facts.path, line, match.index, match[0].length), section }));
  });
}
