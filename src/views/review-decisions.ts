import type { Decision, ManagementReview } from '#model/audit.ts';
import { daysBetween } from '#model/calendar.ts';
import type { Project } from '#model/project.ts';

export type DecisionState = 'open' | 'overdue' | 'done' | 'verified';
export interface TrackedDecision { readonly decision: Decision; readonly state: DecisionState; readonly daysLate: number }

/** The decisions of a review as they stand today. */
export function decisionsOf({ decisions = [] }: ManagementReview, { today }: Pick<Project, 'today'>): TrackedDecision[] {
  return decisions.map((decision) => {
    const late = decision.done === undefined && decision.due !== undefined && decision.due < today;
    const state = decision.verified ? 'verified' : decision.done ? 'done' : late ? 'overdue' : 'open';
    return { decision, state, daysLate: late ? daysBetween(decision.due as string, today) : 0 };
  });
}
