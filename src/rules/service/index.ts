import type { Rule } from '#model/rule.ts';

export const serviceRules: readonly Rule[] = [];
