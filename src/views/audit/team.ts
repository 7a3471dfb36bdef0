import { auditTeam } from '#model/audits.ts';
import type { Project } from '#model/project.ts';

/** Everybody who audits: those of programme, plan and sittings, each once, the leader first. */
export function reportedTeam({ registers }: Project, audit: string): string[] {
  const planned = registers.audits.find(({ value }) => value.id === audit)?.value;
  const plan = registers.plans.find(({ value }) => value.id === audit)?.value;
  return [...new Set([...(plan?.leader ? [plan.leader] : []), ...auditTeam(planned ?? {}), ...(plan?.team ?? []).map(({ person }) => person), ...(plan?.timetable ?? []).flatMap(({ auditors = [] }) => auditors)])];
}
