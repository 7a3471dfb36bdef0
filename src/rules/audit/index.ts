import type { Rule } from '#model/rule.ts';
import { doubleBooked } from './double-booked.ts';
import { findingIncomplete } from './finding-incomplete.ts';
import { flatWeight } from './flat-weight.ts';
import { interval } from './interval.ts';
import { ownWork } from './own-work.ts';
import { paperAudit } from './paper-audit.ts';
import { planGap } from './plan-gap.ts';
import { planLate } from './plan-late.ts';
import { programmeUnapproved } from './programme-unapproved.ts';
import { reportCounts } from './report-counts.ts';
import { reportMissing } from './report-missing.ts';
import { uncovered } from './uncovered.ts';
import { unqualified } from './unqualified.ts';

export const auditRules: readonly Rule[] = [ownWork, unqualified, uncovered, interval, findingIncomplete, paperAudit, planLate, planGap, doubleBooked, programmeUnapproved, flatWeight, reportMissing, reportCounts];
