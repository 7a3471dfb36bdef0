import type { Nonconformity } from './audit.ts';
import { addWorkingDays, daysBetween } from './calendar.ts';
import type { Thresholds } from './config.ts';
import type { NonconformityState, NonconformityStep } from './nonconformity-fields.ts';
import { currentDue } from './nonconformity-steps.ts';

/** Where a report stands on a day: since when, what comes next and by when, and how late that is. Days are calendar days. */
export interface Stage {
  readonly state: NonconformityState;
  readonly since?: string; readonly next?: NonconformityStep; readonly due?: string;
  readonly daysOpen: number; readonly daysInStage: number; readonly daysOverdue: number;
}

export function stageOf(report: Nonconformity, today: string, thresholds: Thresholds): Stage {
  const state = (report.status ?? 'open') as NonconformityState;
  const { since, next, due } = standing(report, state, thresholds);
  const until = report.closed ?? today;
  const days = (from: string | undefined): number => (from === undefined ? 0 : Math.max(0, daysBetween(from, until)));
  return {
    state, ...(since ? { since } : {}), ...(next ? { next } : {}), ...(due ? { due } : {}),
    daysOpen: days(report.found?.on), daysInStage: state === 'closed' ? 0 : days(since), daysOverdue: next && due && due < today ? daysBetween(due, today) : 0,
  };
}

function standing(report: Nonconformity, state: NonconformityState, limits: Thresholds): { since?: string | undefined; next?: NonconformityStep; due?: string | undefined } {
  const { found, accepted, action, verification, effect_check: check, rounds, closed, grade, replaced_by } = report;
  const workingDays = (from: string | undefined, days: number): string | undefined => from && addWorkingDays(from, days);
  switch (state) {
    case 'open': return { since: found?.on, next: 'accept', due: found?.on };
    case 'accepted': return { since: accepted?.on, next: 'plan', due: workingDays(accepted?.on, limits.nc_plan_days) };
    case 'reopened': return { since: rounds?.at(-1)?.on, next: 'plan', due: workingDays(rounds?.at(-1)?.on, limits.nc_plan_days) };
    case 'planned': return { since: action?.planned, next: 'act', due: currentDue(action) };
    case 'done': return { since: action?.done, next: 'verify', due: workingDays(action?.done, limits.nc_verify_days) };
    case 'closed': return { since: closed };
    case 'verified': {
      const failed = verification?.effective === false || check?.effective === false;
      if (failed && !replaced_by) return { since: check?.on ?? verification?.on, next: 'reopen', due: check?.on ?? verification?.on };
      if (grade === 'major' && !failed && check?.effective === undefined) return { since: verification?.on, next: 'recheck', due: check?.due };
      return { since: check?.on ?? verification?.on, next: 'close', due: workingDays(check?.on ?? verification?.on, limits.nc_verify_days) };
    }
  }
}
