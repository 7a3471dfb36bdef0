import type { Rule } from '#model/rule.ts';
import { findingIncomplete } from './finding-incomplete.ts';
import { flatWeight } from './flat-weight.ts';
import { interval } from './interval.ts';
import { ownWork } from './own-work.ts';
import { paperAudit } from './paper-audit.ts';
import { planLate } from './plan-late.ts';
import { reportMissing } from './report-missing.ts';
import { uncovered } from './uncovered.ts';
import { unqualified } from './unqualified.ts';

export const auditRules: readonly Rule[] = [ownWork, unqualified, uncovered, interval, findingIncomplete, paperAudit, planLate, flatWeight, reportMissing];
