import { auditDay, auditTeam } from '#model/audits.ts';
import type { PlannedAudit } from '#model/audit.ts';
import { unitsSeen } from '#model/audit-coverage.ts';
import { auditingOf } from '#model/audit-scope.ts';
import { addWorkingDays } from '#model/calendar.ts';
import type { Project } from '#model/project.ts';
import { wordsIn } from '#model/text.ts';
import { agenda } from './agenda.ts';
import { newDuty, staff } from './staffing.ts';
import { timetable, type Placed } from './timetable.ts';

/** A plan for an audit of the programme. `send`: the last day on which notice can be given in time. */
export interface ProposedPlan {
  readonly audit: PlannedAudit; readonly from: string; readonly until: string; readonly send: string; readonly units: readonly string[];
  readonly leader: string | undefined; readonly team: readonly string[]; readonly criteria: readonly string[]; readonly timetable: readonly Placed[]; readonly closing: string; readonly distribution: readonly string[];
}

/** Team of the programme, or people found for it; all that the programme gives to the audit in sittings on working days; criteria from the documents of its processes. */
export function proposePlan(project: Project, audit: PlannedAudit): ProposedPlan {
  const day = auditDay(audit) as string;
  const seen = unitsSeen(project, audit);
  const units = seen.map(({ id }) => id);
  const named = auditTeam(audit);
  const crew = named.length > 0 ? undefined : staff(project, { day, units: seen, processes: audit.processes ?? [] }, newDuty());
  const leader = audit.leader ?? crew?.leader;
  const team = crew ? [...(crew.leader === undefined ? [] : [crew.leader]), ...crew.team] : named;
  const sittings = timetable(project, agenda(project, audit), team, day);
  const from = sittings[0]?.on ?? day;
  return {
    audit, from, until: sittings.at(-1)?.on ?? from, send: addWorkingDays(from, -project.config.thresholds.audit_notice_days), units, leader, team,
    criteria: criteria(project, audit), timetable: sittings, closing: closingAt(project, sittings.at(-1)?.until ?? ''), distribution: distribution(project, audit, units),
  };
}

/** The session after the last sitting is the team's, to agree on findings; the meeting follows. */
function closingAt(project: Project, ended: string): string {
  const { sessions, closing } = auditingOf(project).day;
  return sessions.find(([start]) => start >= ended)?.[1] ?? closing[0];
}

/** The standard, the manual, the procedures of the processes, and laws of the blocks that set limits: by number where they are listed. */
function criteria({ standard, registers, documents, index }: Project, { processes = [], blocks = [] }: PlannedAudit): string[] {
  const titles = Object.values(standard.title);
  const norm = registers.externals.find(({ value }) => titles.some((title) => wordsIn(value.title, 'zh-CN').includes(title) || wordsIn(value.title, 'en').includes(title)));
  const manual = documents.filter(({ value }) => value.type === 'manual' && value.part_of === undefined).map(({ value }) => value.id);
  const used = new Set(processes.flatMap((id) => index.processes.get(id)?.value.documents ?? []));
  const procedures = documents.filter(({ value }) => value.type === 'procedure' && used.has(value.id)).map(({ value }) => value.id).sort();
  const laws = registers.externals.filter(({ value }) => value.limits?.length && value.standing !== 'repealed' && value.blocks?.some((block) => blocks.includes(block))).map(({ value }) => value.id);
  return [...new Set([norm?.value.id ?? titles[0] as string, ...manual, ...procedures, ...laws])];
}

/** The units audited, and the office that made the programme. */
function distribution({ registers, index }: Project, { id }: PlannedAudit, units: readonly string[]): string[] {
  const programme = registers.programmes.find(({ value }) => value.audits?.some((audit) => audit.id === id))?.value;
  const office = index.people.get(programme?.prepared?.by ?? '')?.value.unit;
  return [...new Set([...(office === undefined ? [] : [office]), ...units])];
}
