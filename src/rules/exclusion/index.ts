import type { Rule } from '#model/rule.ts';

export const exclusionRules: readonly Rule[] = [];
