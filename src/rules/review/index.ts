import type { Rule } from '#model/rule.ts';

export const reviewRules: readonly Rule[] = [];
