import type { Rule } from '#model/rule.ts';
import { noPreventiveAction } from './no-preventive-action.ts';
import { unanalysed } from './unanalysed.ts';

export const improvementRules: readonly Rule[] = [unanalysed, noPreventiveAction];
