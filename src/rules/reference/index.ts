import type { Rule } from '#model/rule.ts';

export const referenceRules: readonly Rule[] = [];
