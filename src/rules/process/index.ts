import type { Rule } from '#model/rule.ts';

export const processRules: readonly Rule[] = [];
