import type { Rule } from '#model/rule.ts';

export const objectiveRules: readonly Rule[] = [];
