import type { Rule } from '#model/rule.ts';

export const responsibilityRules: readonly Rule[] = [];
