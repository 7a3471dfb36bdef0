import { bodyPlace } from '#model/body-places.ts';
import type { NumberMention } from '#model/facts.ts';
import type { Document } from '#model/document.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { findClause, isWithin } from '#model/standard.ts';
import { allowedExclusions } from '../shared/allowed-exclusions.ts';
import { inSection } from '../shared/in-section.ts';
import { manualsInForce } from '../shared/manuals.ts';

/** EXC-006: manual and register name the same exclusions. */
export const statementDiffers: ProjectRule = {
  code: 'exclusion/statement-differs', severity: 'error', scope: 'project',
  title: { en: 'Manual and register disagree on what is excluded', 'zh-CN': '手册与删减清单说法不一' },
  why: {
    en: 'The public reads the manual and the certifier the register; whichever of them is wrong, somebody is misled.',
    'zh-CN': '公众看手册，认证机构看清单；说法不一，总有一方被误导。',
  },
  messages: {
    unstated: {
      en: 'The manual does not state the exclusion of {clause}. State it with `::exclusions` or by number in the section that carries `:req[{item}]`.',
      'zh-CN': '手册没有写明对条款 {clause} 的删减。请用 `::exclusions`，或在标注 `:req[{item}]` 的一节按条款号写明。',
    },
    unregistered: {
      en: 'The manual says that {clause} is excluded, but the register of exclusions has no such entry. Enter it with its reason, or correct the manual.',
      'zh-CN': '手册称条款 {clause} 已删减，删减清单却没有这一项。请登记并写明理由，或改正手册。',
    },
    'no-document': {
      en: '{document}, which is to state the exclusion of {clause}, does not exist. Name the document that does.',
      'zh-CN': '写明条款 {clause} 删减的文件 {document} 不存在。请填写实际写明删减的文件。',
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
## 2 删减说明

下列要求作了删减。:req[4.2.2-c]

本局没有设计活动，7.3予以删减。 <!-- expect exclusion/statement-differs -->
=== exclusions.yaml
kind: exclusions
exclusions:
  - clause: "7.6" # expect exclusion/statement-differs
    statement: AB/QM-09 # expect exclusion/statement-differs
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
## 2 删减说明

本局不用测量装置，7.6予以删减。:req[4.2.2-c] 7.3曾作为候选，予以保留，没有删减。
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.6", statement: AB/QM-01 }
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
::exclusions
=== exclusions.yaml
kind: exclusions
exclusions:
  - { clause: "7.6" }
`),
  ],
  *check(project) {
    const { standard, index } = project;
    const exclusions = allowedExclusions(project);
    for (const entry of exclusions) {
      const { clause, statement } = entry.value;
      if (statement !== undefined && !index.documents.has(statement)) yield { at: spot(entry, 'statement'), message: 'no-document', args: { clause, document: statement } };
    }
    const manuals = manualsInForce(project);
    if (manuals.length === 0) return; // manual/missing tells of it
    const item = standard.exclusions.statement_item;
    const said = manuals.flatMap((manual) => statementNumbers(manual, item).map((number) => ({ manual, number })));
    const live = manuals.some(({ body }) => body.directives.some(({ name }) => name === 'exclusions'));
    for (const entry of exclusions) {
      const { clause } = entry.value;
      if (!live && !said.some(({ number }) => isWithin(clause, number.number))) yield { at: spot(entry, 'clause'), message: 'unstated', args: { clause, item } };
    }
    for (const { manual, number } of said) {
      if (saysExcluded(number, project) && !isRegistered(number.number, project)) yield { at: bodyPlace(manual, 'numbers', number), message: 'unregistered', args: { clause: number.number } };
    }
  },
};

/** Clause numbers named in the sections of a manual that state the exclusions. */
function statementNumbers({ body }: Document, item: string): NumberMention[] {
  const sections = body.claims.filter((claim) => claim.item === item).map(({ section }) => section);
  return body.numbers.filter(({ section }) => sections.some((outer) => inSection(body, section, outer)));
}

function saysExcluded({ number, sentence }: NumberMention, { standard, words }: Project): boolean {
  const text = sentence.toLowerCase();
  return findClause(standard, number)?.excludable === true
    && words.exclusion_said.some((word) => text.includes(word)) && !words.exclusion_denied.some((word) => text.includes(word));
}

function isRegistered(clause: string, { registers }: Project): boolean {
  return registers.exclusions.some(({ value }) => isWithin(clause, value.clause) || isWithin(value.clause, clause));
}
