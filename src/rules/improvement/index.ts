import type { Rule } from '#model/rule.ts';

export const improvementRules: readonly Rule[] = [];
