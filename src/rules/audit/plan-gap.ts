import { actorName } from '#model/actors.ts';
import type { AuditPlan, PlannedAudit } from '#model/audit.ts';
import { reachOf, unitsSeen } from '#model/audit-coverage.ts';
import { askedEverywhere, type Asked } from '#model/audit-scope.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot, type Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { byUnit } from '../shared/by-unit.ts';
import { couldGo } from '../shared/could-go.ts';

/** AUD-007: what the programme gives to an audit stands in the timetable of its plan. */
export const planGap: ProjectRule = {
  code: 'audit/plan-gap', severity: 'warning', scope: 'project',
  title: { en: 'Audit plan leaves out part of its programme', 'zh-CN': '审核实施计划漏排方案内容' },
  why: { en: 'The programme promises a clause in a unit, but nobody has time for it on the day: it will not be audited.', 'zh-CN': '方案安排了某部门的某条款，计划却没有排出时间，现场就不会审核到。' },
  messages: {
    unmanned: { en: 'Nobody audits {unit} on {on} {from}: the sitting has no auditor. {who}', 'zh-CN': '{on} {from} 审核“{unit}”没有安排审核员。{who}' },
    found: { en: 'The timetable of audit {id} has no time for: {missing}. Add these clauses to a sitting, or take them out of the programme.', 'zh-CN': '审核 {id} 的日程没有安排：{missing}。请补入日程，或者从方案中去掉。' },
  },
  examples: [
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
=== responsibilities.yaml
kind: responsibilities
clauses: [{ clause: "8.3", lead: [legal] }, { clause: "4.2.3", lead: [office], related: [legal] }]
=== programme.yaml
kind: audit-programme
year: "2004"
audits: [{ id: NS-2004-01, planned: 2004-10-11, units: [office, legal], clauses: ["4.2.3", "8.3"] }]
=== plan.yaml
kind: audit-plan
id: NS-2004-01
timetable: # expect audit/plan-gap
  - { on: 2004-10-11, unit: legal, clauses: ["8.3"] }
`),
    bad(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }]
=== plan.yaml
kind: audit-plan
id: NS-2004-01
timetable:
  - on: 2004-10-11
    unit: office
    auditors: [] # expect audit/plan-gap
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室 }, { id: legal, name: 法制处 }]
=== responsibilities.yaml
kind: responsibilities
clauses: [{ clause: "8.3", lead: [legal] }, { clause: "4.2.3", lead: [office], related: [legal] }]
=== programme.yaml
kind: audit-programme
year: "2004"
audits: [{ id: NS-2004-01, planned: 2004-10-11, units: [office, legal], clauses: ["4.2.3", "8.3"] }]
=== plan.yaml
kind: audit-plan
id: NS-2004-01
timetable:
  - { on: 2004-10-11, unit: legal, clauses: ["4.2", "8.3"] }
  - { on: 2004-10-11, unit: office }
`),
  ],
  *check(project) {
    if (project.registers.plans.length === 0) return;
    const asked = askedEverywhere(project);
    for (const plan of project.registers.plans) {
      yield* unmanned(project, plan);
      const audit = project.registers.audits.find(({ value }) => value.id === plan.value.id)?.value;
      if (!audit || !plan.value.timetable?.length) continue;
      const missing = unplanned(project, audit, plan.value, asked);
      if (missing.length > 0) yield { at: spot(plan, 'timetable'), message: 'found', args: { id: audit.id, missing: byUnit(missing, (unit) => actorName(project.index, unit)) } };
    }
  },
};

/** A sitting that names no auditor has the whole team; one that names an empty list has nobody. */
function* unmanned(project: Project, plan: Entry<AuditPlan>): Generator<Finding> {
  for (const [row, { on, from = '', unit, process, auditors }] of (plan.value.timetable ?? []).entries()) {
    if (auditors === undefined || auditors.length > 0) continue;
    const sight = { ...(unit === undefined ? {} : { unit }), ...(process === undefined ? {} : { process }) };
    yield { at: spot(plan, 'timetable', row, 'auditors'), message: 'unmanned', args: { unit: unit === undefined ? process ?? '' : actorName(project.index, unit), on: on ?? '', from, who: couldGo(project, on ?? plan.value.from, sight) } };
  }
}

/** What the audit is to ask and no sitting does. A sitting that names no clause asks all. */
function unplanned(project: Project, audit: PlannedAudit, { timetable = [] }: AuditPlan, asked: readonly Asked[]): Asked[] {
  const wanted = reachOf(project, audit);
  const seen = new Set(unitsSeen(project, audit).map(({ id }) => id));
  const sittings = timetable.map(({ unit, process, clauses = audit.clauses ?? [] }) => reachOf(project, { id: audit.id, ...(unit === undefined ? { processes: process === undefined ? [] : [process] } : { units: [unit] }), clauses }));
  return asked.filter(({ unit, clause }) => seen.has(unit) && wanted(unit, clause, '') && !sittings.some((reaches) => reaches(unit, clause, '')));
}
