import { inForce, type Document } from '#model/document.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { Copy } from '#model/system.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName, unitOf } from '#model/actors.ts';
import { listed } from '#model/listed.ts';

/** DOC-009: who works by a document holds a copy and has signed for it. */
export const distribution: ProjectRule = {
  code: 'document/distribution', severity: 'error', scope: 'project',
  title: { en: 'Distribution list with gaps', 'zh-CN': '文件发放登记有缺漏' },
  why: {
    en: 'Without a signed copy list nobody can show that the valid revision is where the work is done, nor recall the old one.',
    'zh-CN': '没有签收完整的发放登记，既不能证明现场用的是有效版本，换版时也收不回旧版。',
  },
  messages: {
    twice: { en: 'Copy {copy} of {id} {revision} is given out twice. Give each copy a number of its own.', 'zh-CN': '{id} {revision} 的分发号 {copy} 发了两次。请一份一号。' },
    holder: { en: '{holder} is neither a unit nor a post of the organization. Correct the holder.', 'zh-CN': '{holder} 不是机构中的部门或岗位。请改正持有人。' },
    nobody: { en: 'Copy {copy} of {id} has no holder. Enter the unit or post that holds it.', 'zh-CN': '{id} 分发号 {copy} 没有持有人。请填写持有的部门或岗位。' },
    unsigned: { en: 'Copy {copy} of {id} was handed out without a signature. Have {holder} sign for it.', 'zh-CN': '{id} 分发号 {copy} 没有签收。请由{holder}签收。' },
    early: { en: 'Copy {copy} of {id} went out on {issued}, before the approval of {approved}.', 'zh-CN': '{id} 分发号 {copy} 于 {issued} 发出，早于批准日期 {approved}。' },
    uncovered: { en: '{id} is meant for {holders}, but no copy was handed out there. Hand it out, or amend `distribution`.', 'zh-CN': '{id} 的发放范围包括{holders}，却没有发放登记。请补发，或修改发放范围。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{id: office, name: 办公室}, {id: legal, name: 法制处}]
posts: [{id: clerk, name: 文件管理员, unit: office}]
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
approved: {by: clerk, on: 2004-06-18}
effective: 2004-07-01
distribution:
  - office
  - legal # expect document/distribution
---
=== copies.yaml
kind: distribution
copies:
  - {document: AB/QP-01, revision: A/0, copy: "001", holder: office, issued: 2004-06-20, received: {by: clerk, on: 2004-06-20}}
  - {document: AB/QP-01, revision: A/0, copy: "001", holder: clerk, received: {by: clerk, on: 2004-06-20}} # expect document/distribution
  - {document: AB/QP-01, revision: A/0, copy: "003", holder: office, issued: 2004-06-20} # expect document/distribution
  - {document: AB/QP-01, revision: A/0, copy: "004", holder: nobody, received: {by: clerk, on: 2004-06-20}} # expect document/distribution
  - {document: AB/QP-01, revision: A/0, copy: "005", holder: office, issued: 2004-06-10, received: {by: clerk, on: 2004-06-20}} # expect document/distribution
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{id: office, name: 办公室}]
posts: [{id: clerk, name: 文件管理员, unit: office}]
=== a.md
---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: A/0
status: effective
owner: office
approved: {by: clerk, on: 2004-06-18}
effective: 2004-07-01
distribution: [office]
---
=== copies.yaml
kind: distribution
copies:
  - {document: AB/QP-01, revision: A/0, copy: "001", holder: clerk, issued: 2004-06-20, received: {by: clerk, on: 2004-06-20}, recalled: 2004-08-01}
  - {document: AB/QP-01, revision: A/0, copy: "001", holder: clerk, issued: 2004-08-01, received: {by: clerk, on: 2004-08-01}}
`),
  ],
  *check(project) {
    const { documents, registers, index, today } = project;
    const current = registers.copies.filter(({ value }) => value.recalled === undefined && value.destroyed === undefined);
    yield* badCopies(project, current);
    if (registers.copies.length === 0) return;
    const byDocument = Map.groupBy(current, ({ value }) => value.document);
    for (const document of documents) {
      const { id, type, distribution: wanted, part_of } = document.value;
      // Chapters are handed out with their book, blank forms by the pad.
      if (!wanted || part_of !== undefined || type === 'form' || !inForce(document, today)) continue;
      const covered = new Set((byDocument.get(id) ?? []).flatMap(({ value: { holder } }) => (holder === undefined ? [] : [holder, unitOf(index, holder) ?? holder])));
      const missing = wanted.flatMap((entry, position) => {
        const holder = typeof entry === 'string' ? entry : entry?.holder;
        return holder === undefined || covered.has(holder) || !isKnown(project, holder) || covered.has(unitOf(index, holder) ?? holder) ? [] : [{ holder, position }];
      });
      const [first] = missing;
      if (first) yield { at: spot(document, 'distribution', first.position), message: 'uncovered', args: { id, holders: listed(missing.map(({ holder }) => actorName(index, holder))) } };
    }
  },
};

function* badCopies(project: Project, current: readonly Entry<Copy>[]): ReturnType<ProjectRule['check']> {
  const { index } = project;
  const strangers = Map.groupBy(current.filter(({ value }) => value.holder !== undefined && !isKnown(project, value.holder)), ({ value }) => value.holder ?? '');
  for (const [holder, entries] of strangers) {
    const [first, ...others] = entries.map((entry) => spot(entry, 'holder'));
    if (first) yield { at: first, message: 'holder', args: { holder }, related: others };
  }
  const given = new Map<string, Entry<Copy>>();
  for (const entry of current) {
    const { document: id, revision = '', copy = '', holder, issued, received } = entry.value;
    const key = JSON.stringify([id, revision, copy]);
    const first = given.get(key);
    if (first && copy !== '') yield { at: spot(entry, 'copy'), message: 'twice', args: { copy, id, revision }, related: [spot(first, 'copy')] };
    given.set(key, first ?? entry);
    if (holder === undefined) yield { at: spot(entry, 'document'), message: 'nobody', args: { copy, id } };
    else if (!received?.by) yield { at: spot(entry, 'received'), message: 'unsigned', args: { copy, id, holder: actorName(index, holder ?? '') } };
    const approved = approvalOf(index.documents.get(id)?.[0], revision);
    if (issued !== undefined && approved !== undefined && issued < approved) yield { at: spot(entry, 'issued'), message: 'early', args: { copy, id, issued, approved } };
  }
}

function approvalOf(document: Document | undefined, revision: string): string | undefined {
  return document?.value.revision === revision ? document.value.approved?.on : undefined;
}

/** Without an organization register nobody can be unknown. */
function isKnown({ index, registers }: Project, holder: string): boolean {
  return registers.organizations.length === 0 || index.units.has(holder) || index.posts.has(holder) || index.people.has(holder);
}
