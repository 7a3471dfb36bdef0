import { auditorKinds, mayLead } from '#model/auditors.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot, type Spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { auditDay, liveAudits } from '#model/audits.ts';
import { qualified } from '#model/qualified.ts';
import { couldGo } from '../shared/could-go.ts';

/** AUD-002: who audits has been trained for it, and the certificate holds on the day. */
export const unqualified: ProjectRule = {
  code: 'audit/unqualified', severity: 'error', scope: 'project',
  title: { en: 'Auditor without a valid qualification', 'zh-CN': '内审员在审核时没有有效资格' },
  why: { en: 'Findings of people whose competence is not shown can be set aside by the audited unit.', 'zh-CN': '审核人员的能力得不到证明，被审核部门就可以不认可审核发现。' },
  messages: {
    found: {
      en: '{person} has no auditor qualification valid on {day}. Enter the certificate, or send somebody else. {who}',
      'zh-CN': '{person}在 {day} 没有有效的内审员资格。请补登证书，或者另派人员。{who}',
    },
    leader: {
      en: '{person} may audit, but has no team leader qualification valid on {day}. Name another leader, or enter the certificate.',
      'zh-CN': '{person}可以参加审核，但在 {day} 没有有效的审核组长资格。请另行指定组长，或者补登证书。',
    },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
people:
  - { id: p1, name: 甲, qualifications: [{ kind: internal-auditor, from: 2004-03-26 }] }
  - { id: p2, name: 乙, qualifications: [{ kind: internal-auditor, from: 2001-03-26, until: 2004-03-25 }] }
  - { id: p3, name: 丙 }
  - { id: p4, name: 丁 }
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - id: NS-2004-01
    planned: 2004-10-11
    held: 2004-10-11
    leader: p2 # expect audit/unqualified
    team:
      - p1
      - p3 # expect audit/unqualified
=== plan.yaml
kind: audit-plan
id: NS-2004-01
from: 2004-10-11
team:
  - person: p3
  - person: p4 # expect audit/unqualified
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
people:
  - { id: p1, name: 甲, qualifications: [{ kind: internal-auditor, from: 2004-03-26 }] }
  - { id: p2, name: 乙, qualifications: [{ kind: lead-auditor, from: 2004-03-26 }] }
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - id: NS-2004-01
    planned: 2004-10-11
    held: 2004-10-11
    leader: p1 # expect audit/unqualified
    team: [p2]
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
people:
  - { id: p1, name: 甲, qualifications: [{ kind: lead-auditor, from: 2004-03-26, until: 2007-03-25 }] }
  - { id: p2, name: 乙, qualifications: [{ kind: internal-auditor, until: 2004-10-11 }] }
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-10-11, held: 2004-10-11, leader: p1, team: [p2] }
`),
  ],
  *check(project) {
    const told = new Set<string>();
    for (const { audit, person: id, day, at, leads } of assignments(project)) {
      const person = project.index.people.get(id)?.value;
      const key = `${audit} ${id}`;
      if (!person || told.has(key)) continue;
      const message = !qualified(person, auditorKinds, day) ? 'found' : leads && !mayLead(project, person, day) ? 'leader' : undefined;
      if (message === undefined) continue;
      told.add(key);
      const finding: Finding = { at, message, args: { person: person.name, day, ...(message === 'found' ? { who: couldGo(project, day, {}) } : {}) } };
      yield finding;
    }
  },
};

interface Assignment { readonly audit: string; readonly person: string; readonly day: string; readonly at: Spot; readonly leads?: true }

/** Who audits when, by programme, plan and checklist. */
function* assignments(project: Project): Generator<Assignment> {
  const { registers } = project;
  const audits = liveAudits(project);
  const days = new Map(audits.map(({ value }) => [value.id, auditDay(value)]));
  for (const audit of audits) {
    const { id, leader, team = [] } = audit.value;
    const day = auditDay(audit.value);
    if (day === undefined) continue;
    if (leader !== undefined) yield { audit: id, person: leader, day, at: spot(audit, 'leader'), leads: true };
    for (const [at, person] of team.entries()) yield { audit: id, person, day, at: spot(audit, 'team', at) };
  }
  for (const plan of registers.plans) {
    const { id, leader, team = [], from, timetable = [] } = plan.value;
    const day = from ?? days.get(id);
    if (day === undefined) continue;
    if (leader !== undefined) yield { audit: id, person: leader, day, at: spot(plan, 'leader'), leads: true };
    for (const [at, { person }] of team.entries()) yield { audit: id, person, day, at: spot(plan, 'team', at, 'person') };
    for (const [row, { on, auditors = [] }] of timetable.entries()) {
      for (const [at, person] of auditors.entries()) yield { audit: id, person, day: on ?? day, at: spot(plan, 'timetable', row, 'auditors', at) };
    }
  }
  for (const checklist of registers.checklists) {
    const { audit, auditor, on } = checklist.value;
    const day = on ?? days.get(audit);
    if (auditor !== undefined && day !== undefined) yield { audit, person: auditor, day, at: spot(checklist, 'auditor') };
  }
}
