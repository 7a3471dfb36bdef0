import { claimingOf } from '#model/claiming.ts';
import { inForce, type Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { isWithin } from '#model/standard.ts';
import { clausePlace } from '../shared/clause-place.ts';
import { openClauses } from '../shared/unclaimed.ts';

/** A clause that concerns a functional block is taken up there too. */
export const unclaimedBlock: ProjectRule = {
  code: 'coverage/unclaimed-block', severity: 'warning', basis: 'practice', scope: 'project',
  title: { en: 'A functional block takes no part in a clause that concerns it', 'zh-CN': '板块没有承接与其有关的条款' },
  why: {
    en: 'A clause settled for one block only leaves the same work in another block without rule.',
    'zh-CN': '条款只在一个板块作了规定，别的板块的同类工作就没有依据。',
  },
  messages: {
    found: {
      en: 'Clause {clause} {title} usually concerns the block {block}, but no document in force of that block claims it and none of its units is lead or related. Settle it for that block.',
      'zh-CN': '条款 {clause}“{title}”通常涉及“{block}”板块，但该板块没有现行文件承接，也没有部门列为主管或相关。请在该板块作出规定。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: registration, name: 注册处, block: licensing }
  - { id: inspection, name: 检查处, block: enforcement }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "7.5.3", lead: [registration] } # expect coverage/unclaimed-block
=== a.md
---
type: rule
id: AB/ZD-XK-001
title: 登记编号制度
blocks: [licensing]
clauses: ["7.5.3"]
revision: A/0
status: effective
owner: registration
---
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units:
  - { id: registration, name: 注册处, block: licensing }
  - { id: inspection, name: 检查处, block: enforcement }
=== responsibilities.yaml
kind: responsibilities
clauses:
  - { clause: "7.5.3", lead: [registration], related: [inspection] }
=== a.md
---
type: rule
id: AB/ZD-XK-001
title: 登记编号制度
blocks: [licensing]
clauses: ["7.5.3"]
revision: A/0
status: effective
owner: registration
---
`),
  ],
  *check(project) {
    const manned = new Set(project.registers.units.map(({ value }) => value.block));
    const claims = claimingOf(project.documents.filter((document) => inForce(document, project.today)), project.standard).clauses;
    for (const { clause } of openClauses(project)) {
      const covered = coveredBlocks(project, clause.number, claims.get(clause.number) ?? []);
      if (covered === 'all' || covered === 'none') continue; // 'none': coverage/unclaimed-item tells of it
      for (const block of clause.blocks ?? []) {
        if (!manned.has(block) || covered.has(block)) continue;
        const title = project.standard.blocks.find(({ id }) => id === block)?.title ?? block;
        yield { at: clausePlace(project, clause.number), clauses: [clause.number], message: 'found', args: { clause: clause.number, title: clause.title, block: title } };
      }
    }
  },
};

/** The blocks whose documents claim a clause or whose units have a part in it; a document without blocks speaks for all. */
function coveredBlocks({ registers, index }: Project, clause: string, claiming: readonly Document[]): ReadonlySet<string | undefined> | 'all' | 'none' {
  if (claiming.length === 0) return 'none';
  if (claiming.some(({ value }) => !value.blocks?.length)) return 'all';
  const units = registers.responsibilities.filter(({ value }) => isWithin(clause, value.clause)).flatMap(({ value }) => [...(value.lead ?? []), ...(value.related ?? [])]);
  return new Set([...claiming.flatMap(({ value }) => value.blocks ?? []), ...units.map((unit) => index.units.get(unit)?.value.block)]);
}
