import { barOf, wrote, type Bar } from '#model/auditors.ts';
import type { Args, Finding } from '#model/diagnostic.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import type { Text } from '#model/text.ts';
import { couldGo } from '../shared/could-go.ts';
import { actorName, unitOf } from '#model/actors.ts';
import { auditDay, auditTeam, liveAudits } from '#model/audits.ts';

/** AUD-001: nobody audits the own unit, the own process or a document of the own hand. */
export const ownWork: ProjectRule = {
  code: 'audit/own-work', severity: 'error', scope: 'project',
  title: { en: 'Auditor audits own work', 'zh-CN': '内审员审核自己的工作' },
  why: { en: 'Auditors must be objective and impartial; a finding about oneself, or its absence, convinces nobody.', 'zh-CN': '审核应当客观公正；审核自己的工作，查出或者查不出问题都不能令人信服。' },
  messages: {
    team: { en: 'All auditors who could audit {unit} belong to it. {who}', 'zh-CN': '能审核“{unit}”的人员都属于该部门。{who}' },
    unit: { en: '{person} belongs to {unit} and may not audit it. {who}', 'zh-CN': '{person}是“{unit}”的人员，不能审核本部门。{who}' },
    process: { en: '{person} belongs to the unit that owns process {process} and may not audit it. {who}', 'zh-CN': '{person}所在部门是过程 {process} 的主管部门，不能审核该过程。{who}' },
    document: { en: '{person} prepared or approved {document} and may not audit it. {who}', 'zh-CN': '{person}是 {document} 的编制人或者批准人，不能审核该文件。{who}' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }, { id: finance, name: 财务处 }]
people: [{ id: p1, name: 甲, unit: office }, { id: p2, name: 乙, unit: legal }, { id: p3, name: 丙, unit: finance }]
=== processes.yaml
kind: processes
processes:
  - { id: MP05, name: 文件控制, owner: office }
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - id: NS-2004-01
    planned: 2004-10-11
    units: [office] # expect audit/own-work
    leader: p1
    team: [p2]
  - id: NS-2004-03
    planned: 2004-10-13
    units:
      - legal
      - finance # expect audit/own-work
    leader: p3
=== plan.yaml
kind: audit-plan
id: NS-2004-02
timetable:
  - on: 2004-10-12
    unit: legal
    process: MP05
    auditors:
      - p1 # expect audit/own-work
      - p2 # expect audit/own-work
=== checklist.yaml
kind: audit-checklist
audit: NS-2004-02
auditor: p3
unit: office
rows:
  - no: 1
    question: 收费公示程序是否执行？
    document: AB/QP-09 # expect audit/own-work
=== QP-09.md
---
type: procedure
id: AB/QP-09
title: 收费公示程序
revision: A/0
status: draft
owner: finance
prepared: { by: p3, on: 2004-06-01 }
---
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
people: [{ id: p1, name: 甲, unit: office }, { id: p2, name: 乙, unit: legal }]
=== programme.yaml
kind: audit-programme
year: "2004"
audits:
  - { id: NS-2004-01, planned: 2004-10-11, units: [office, legal], leader: p1, team: [p2] }
  - { id: NS-2004-02, planned: 2004-10-11, units: [office], leader: p1, status: cancelled }
=== plan.yaml
kind: audit-plan
id: NS-2004-01
timetable:
  - { on: 2004-10-11, unit: legal, auditors: [p1] }
  - { on: 2004-10-11, unit: office, auditors: [p2] }
`),
  ],
  *check(project) {
    yield* inProgrammes(project);
    yield* inPlans(project);
    yield* inChecklists(project);
  },
};

/** Who of a team goes where is settled by the plan; here nobody is left to go, or there is nowhere else to go. */
function* inProgrammes(project: Project): Generator<Finding> {
  const { index } = project;
  for (const audit of liveAudits(project)) {
    const team = auditTeam(audit.value);
    const units = audit.value.units ?? [];
    for (const [at, unit] of units.entries()) {
      const own = team.filter((person) => unitOf(index, person) === unit);
      if (own.length === 0 || (units.length > 1 && own.length < team.length)) continue;
      const args = { unit: actorName(index, unit), who: couldGo(project, auditDay(audit.value), { unit }, team) };
      if (own.length === team.length) yield { at: spot(audit, 'units', at), message: 'team', args };
      else for (const person of own) yield { at: spot(audit, 'units', at), message: 'unit', args: { person: actorName(index, person), ...args } };
    }
  }
}

function* inPlans(project: Project): Generator<Finding> {
  const { registers, index } = project;
  for (const plan of registers.plans) {
    for (const [row, { on, unit, process, auditors = [] }] of (plan.value.timetable ?? []).entries()) {
      const sight = { ...(unit === undefined ? {} : { unit }), ...(process === undefined ? {} : { process }) };
      const who = (): Text => couldGo(project, on ?? plan.value.from, sight, auditors);
      for (const [at, auditor] of auditors.entries()) {
        const bar = barOf(project, auditor, sight);
        if (bar && bar.kind !== 'document') yield { at: spot(plan, 'timetable', row, 'auditors', at), message: bar.kind, args: { ...barred(index, auditor, bar), who: who() } };
      }
      // Where one of several auditors has a free hand, that one can take the document.
      const [first] = auditors;
      const written = (index.processes.get(process ?? '')?.value.documents ?? []).filter((document) => first !== undefined && auditors.every((auditor) => wrote(index, auditor, document)));
      for (const document of written) yield { at: spot(plan, 'timetable', row, 'auditors'), message: 'document', args: { ...barred(index, first as string, { kind: 'document', id: document }), who: who() } };
    }
  }
}

function* inChecklists(project: Project): Generator<Finding> {
  const { registers, index } = project;
  const days = new Map(registers.audits.map(({ value }) => [value.id, auditDay(value)]));
  for (const checklist of registers.checklists) {
    const { audit, auditor, unit, process, on, rows = [] } = checklist.value;
    if (auditor === undefined) continue;
    const sight = { ...(unit === undefined ? {} : { unit }), ...(process === undefined ? {} : { process }) };
    const who = (): Text => couldGo(project, on ?? days.get(audit), sight, [auditor]);
    const bar = barOf(project, auditor, sight);
    if (bar && bar.kind !== 'document') yield { at: spot(checklist, 'auditor'), message: bar.kind, args: { ...barred(index, auditor, bar), who: who() } };
    for (const [row, { document }] of rows.entries()) {
      if (document !== undefined && wrote(index, auditor, document)) yield { at: spot(checklist, 'rows', row, 'document'), message: 'document', args: { ...barred(index, auditor, { kind: 'document', id: document }), who: who() } };
    }
  }
}

function barred(index: Project['index'], person: string, { kind, id }: Bar): Args {
  return { person: actorName(index, person), [kind]: kind === 'unit' ? actorName(index, id) : id };
}
