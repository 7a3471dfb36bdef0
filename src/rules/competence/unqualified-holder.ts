import type { Finding } from '#model/diagnostic.ts';
import type { Person } from '#model/organization.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Case } from '#model/system.ts';
import { listed } from '#model/listed.ts';
import { personsNeeded } from '../shared/persons-needed.ts';
import { qualified, serves } from '#model/qualified.ts';

/** TRN-003: power to approve, to investigate or to audit rests on a qualification that is valid on the day. */
export const unqualifiedHolder: ProjectRule = {
  code: 'competence/unqualified-holder', severity: 'error', scope: 'project',
  title: { en: 'Person acts without a valid qualification', 'zh-CN': '无有效资格的人员任职或者办案' },
  why: { en: 'A decision taken by somebody without the power to take it may be unlawful and can be quashed.', 'zh-CN': '没有资格的人员作出的决定可能违法，会被撤销。' },
  messages: {
    post: {
      en: '{person} holds the post {post} without a valid qualification {kinds}. Renew or enter it, or relieve the person of the post.',
      'zh-CN': '{person}任“{post}”，但没有有效的 {kinds} 资格。请补办、补登资格，或者调整任职。',
    },
    approval: {
      en: 'On {day} {person} approved the case without a valid qualification for approving. Have it re-examined, and settle who may approve.',
      'zh-CN': '{person}于 {day} 核准本件时没有有效的核准资格。请复核本件，并明确核准权限。',
    },
    officer: {
      en: 'On {day} {person} took part in the case without a valid enforcement card. Only holders of a valid card may investigate.',
      'zh-CN': '{person}于 {day} 参与办案时没有有效的行政执法证。只有持有效执法证的人员才能调查取证。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: approver, name: 核准员, requires: [approver] }
  - { id: officer, name: 办案人员, requires: [enforcement-card] }
  - { id: intake, name: 受理员 }
people:
  - { id: p3, name: 丙, posts: [intake] }
  - { id: p1, name: 甲, posts: [approver], qualifications: [{ kind: approver, until: 2004-06-30 }] } # expect competence/unqualified-holder
  - id: p2
    name: 乙
    posts:
      - officer # expect competence/unqualified-holder
=== cases-licensing.yaml
kind: case-ledger
block: licensing
cases:
  - no: DJ-001
    type: 承诺件
    decided: 2004-11-02
    approved_by: p1 # expect competence/unqualified-holder
  - no: DJ-002
    type: 承诺件
    decided: 2004-11-02
    approved_by: p3 # expect competence/unqualified-holder
=== licensing.yaml
kind: licensing
items: [{ id: XK-01, name: 名称核准, approval: intake, mode: one-person }]
=== cases-enforcement.yaml
kind: case-ledger
block: enforcement
cases:
  - no: JC-001
    type: 一般程序案件
    accepted: 2004-11-02
    officers:
      - p2 # expect competence/unqualified-holder
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
posts:
  - { id: approver, name: 核准员, requires: [approver] }
  - { id: intake, name: 受理员 }
people:
  - { id: p1, name: 甲, posts: [approver], qualifications: [{ kind: approver, from: 2004-07-01, until: 2005-06-30 }] }
  - { id: p2, name: 乙, posts: [approver], until: 2004-06-30 }
  - { id: p3, name: 丙, posts: [intake] }
=== licensing.yaml
kind: licensing
items:
  - { id: XK-01, name: 名称核准, approval: intake, mode: one-person }
=== cases.yaml
kind: case-ledger
block: licensing
cases:
  - { no: DJ-001, type: 承诺件, decided: 2004-11-02, approved_by: p1 }
  - { no: DJ-002, type: 即办件, decided: 2004-11-02, approved_by: p3 }
`),
  ],
  *check(project) {
    yield* inPosts(project);
    yield* inCases(project);
  },
};

function* inPosts({ registers, index, today }: Project): Generator<Finding> {
  for (const person of registers.people) {
    if (!serves(person.value, today)) continue;
    for (const [at, id] of (person.value.posts ?? []).entries()) {
      const post = index.posts.get(id)?.value;
      const kinds = (post?.requires ?? []).filter((kind) => !qualified(person.value, [kind], today));
      if (post && kinds.length > 0) yield { at: spot(person, 'posts', at), message: 'post', args: { person: person.value.name, post: post.name, kinds: listed(kinds) } };
    }
  }
}

function* inCases(project: Project): Generator<Finding> {
  const { registers, index } = project;
  for (const entry of registers.cases) {
    const { approved_by: approver, officers = [] } = entry.value;
    const day = dayOf(entry.value);
    if (day === undefined) continue;
    const person = index.people.get(approver ?? '')?.value;
    if (entry.block === 'licensing' && person && !mayApprove(project, person, entry.value.type ?? '', day)) yield { at: spot(entry, 'approved_by'), message: 'approval', args: { person: person.name, day } };
    for (const [at, id] of (entry.block === 'enforcement' ? officers : []).entries()) {
      const officer = index.people.get(id)?.value;
      const begun = entry.value.accepted ?? day;
      if (officer && !qualified(officer, ['enforcement-card'], begun)) yield { at: spot(entry, 'officers', at), message: 'officer', args: { person: officer.name, day: begun } };
    }
  }
}

function dayOf({ decided, closed, accepted, received }: Case): string | undefined {
  return decided ?? closed ?? accepted ?? received;
}

/** By certificate; what one person decides also by a post that licence items give the approval to and whose demands the person meets. */
function mayApprove(project: Project, person: Person, type: string, day: string): boolean {
  if (qualified(person, ['approver'], day)) return true;
  if (personsNeeded(project, type) > 1) return false;
  const posts = new Set(project.registers.licenceItems.map(({ value }) => value.approval));
  return (person.posts ?? []).some((id) => posts.has(id) && (project.index.posts.get(id)?.value.requires ?? []).every((kind) => kind !== 'approver' && qualified(person, [kind], day)));
}
