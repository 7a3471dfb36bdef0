import { unitWeights } from '#model/audit-weight.ts';
import type { AuditProgramme, Nonconformity, PlannedAudit } from '#model/audit.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { actorName } from '#model/actors.ts';
import { listed } from '#model/listed.ts';

/** AUD-008: earlier results steer the programme. */
export const flatWeight: ProjectRule = {
  code: 'audit/flat-weight', severity: 'warning', scope: 'project',
  title: { en: 'Audit programme ignores earlier results', 'zh-CN': '内审方案没有考虑以往结果' },
  why: { en: 'Status, importance and the results of earlier audits have to steer the programme; equal shares for all do not.', 'zh-CN': '策划审核方案应当考虑过程的状况、重要性和以往审核结果，不能平均用力。' },
  messages: {
    found: {
      en: 'The programme of {year} weighs all audits alike, although major or repeated nonconformities of {units} were open. Give these units more weight.',
      'zh-CN': '{year}年度内审方案各次审核权重相同，而这些部门有未关闭的严重不符合或者重复发生的不符合：{units}。请加大对其审核的权重。',
    },
  },
  examples: [
    bad(`
=== programme.yaml
kind: audit-programme
year: "2005"
approved: { by: head, on: 2004-12-28 }
audits: # expect audit/flat-weight
  - { id: NS-2005-01, planned: 2005-03-11, units: [office], weight: 2 }
  - { id: NS-2005-02, planned: 2005-03-12, units: [legal], weight: 2 }
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
unit: legal
grade: major
status: planned
found: { by: head, on: 2004-10-20 }
fact: { statement: 三件案件没有核审意见即作出决定 }
`),
    good(`
=== programme.yaml
kind: audit-programme
year: "2005"
approved: { by: head, on: 2004-12-28 }
audits:
  - { id: NS-2005-01, planned: 2005-03-11, units: [office], weight: 2 }
  - { id: NS-2005-02, planned: 2005-03-12, units: [legal], weight: 4 }
=== nc.yaml
kind: nonconformity
id: NC-2004-001
source: monitoring
unit: legal
grade: major
status: planned
found: { by: head, on: 2004-10-20 }
fact: { statement: 三件案件没有核审意见即作出决定 }
`),
    good(`
=== organization.yaml
kind: organization
name: 某局
units: [{ id: office, name: 办公室, block: support }, { id: legal, name: 法制处, block: enforcement }]
=== processes.yaml
kind: processes
processes: [{ id: MP05, name: 文件控制, owner: office, type: core }]
=== programme.yaml
kind: audit-programme
year: "2005"
approved: { by: head, on: 2004-12-28 }
audits:
  - { id: NS-2005-01, planned: 2005-03-11, units: [office], weight: 3 }
  - { id: NS-2005-02, planned: 2005-03-12, units: [legal], weight: 3 }
=== nc-1.yaml
kind: nonconformity
id: NC-2004-001
source: complaint
unit: office
grade: minor
status: planned
found: { by: head, on: 2004-10-20 }
fact: { statement: 两份文件没有登记 }
=== nc-2.yaml
kind: nonconformity
id: NC-2004-002
source: complaint
unit: legal
grade: major
status: planned
found: { by: head, on: 2004-10-20 }
fact: { statement: 三件案件没有核审意见即作出决定 }
`),
  ],
  *check(project) {
    const { registers, index } = project;
    for (const programme of registers.programmes) {
      const audits = (programme.value.audits ?? []).filter(({ status }) => status !== 'cancelled');
      if (audits.length < 2 || new Set(audits.map(({ weight }) => weight)).size > 1) continue;
      const day = settledOn(programme.value);
      const units = new Set(registers.nonconformities.filter(({ value }) => callsForMore(value, day)).map(({ value }) => value.unit as string));
      if (units.size > 0 && !isEarned(project, audits, day)) yield { at: spot(programme, 'audits'), message: 'found', args: { year: programme.value.year, units: listed([...units].map((unit) => actorName(index, unit))) } };
    }
  },
};

/** Whether the points of importance, change and results come to the same for all audits too. */
function isEarned(project: Project, audits: readonly PlannedAudit[], day: string): boolean {
  const points = new Map(unitWeights(project, day).map(({ unit, weight }) => [unit, weight]));
  const known = audits.every(({ units = [] }) => units.length > 0 && units.every((unit) => points.has(unit)));
  return known && new Set(audits.map(({ units = [] }) => Math.max(...units.map((unit) => points.get(unit) as number)))).size === 1;
}

/** The day up to which results could be known to whoever planned. */
function settledOn({ approved, prepared, year }: AuditProgramme): string {
  return approved?.on ?? prepared?.on ?? `${year}-01-01`;
}

function callsForMore({ unit, found, grade, closed, repeats }: Nonconformity, day: string): boolean {
  if (unit === undefined || found === undefined || found.on > day) return false;
  return (grade === 'major' && (closed === undefined || closed > day)) || repeats !== undefined;
}
