import type { Rule } from '#model/rule.ts';
import { decisionOverdue } from './decision-overdue.ts';
import { inputMissing } from './input-missing.ts';
import { interval } from './interval.ts';
import { outputIncomplete } from './output-incomplete.ts';

export const reviewRules: readonly Rule[] = [inputMissing, outputIncomplete, interval, decisionOverdue];
