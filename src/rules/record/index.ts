import type { Rule } from '#model/rule.ts';

export const recordRules: readonly Rule[] = [];
