import type { Rule } from '#model/rule.ts';

export const competenceRules: readonly Rule[] = [];
