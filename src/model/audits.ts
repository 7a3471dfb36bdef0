import type { PlannedAudit } from './audit.ts';
import type { Entry } from './place.ts';
import type { Project } from './project.ts';

/** Audits that take place: not cancelled. */
export function liveAudits({ registers }: Pick<Project, 'registers'>): Entry<PlannedAudit>[] {
  return registers.audits.filter(({ value }) => value.status !== 'cancelled');
}

/** The day of an audit: when it was held, else the latest day set for it. */
export function auditDay({ held, replanned, planned }: PlannedAudit): string | undefined {
  return held ?? replanned ?? planned;
}

/** Leader and team, each once. */
export function auditTeam({ leader, team = [] }: Pick<PlannedAudit, 'leader' | 'team'>): string[] {
  return [...new Set([...(leader === undefined ? [] : [leader]), ...team])];
}
