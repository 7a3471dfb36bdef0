import type { PlannedAudit } from '#model/audit.ts';
import { liveAudits } from '#model/audits.ts';
import type { Responsibility } from '#model/organization.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { isWithin } from '#model/standard.ts';

/** The rows of the table of responsibilities that speak for a clause: its own, else those of the chapter nearest above it. */
export function dutiesOf(clause: string, { registers }: Project): Entry<Responsibility>[] {
  const rows = registers.responsibilities.filter(({ value }) => isWithin(clause, value.clause));
  const nearest = Math.max(0, ...rows.map(({ value }) => value.clause.length));
  return rows.filter(({ value }) => value.clause.length === nearest);
}

/** The audits, held or planned, that a clause belongs to; one that names no clauses asks them all. */
export function auditsOf(clause: string, project: Project): Entry<PlannedAudit>[] {
  return liveAudits(project).filter(({ value: { clauses } }) => clauses === undefined || clauses.some((named) => isWithin(clause, named)));
}
