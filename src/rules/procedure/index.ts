import type { Rule } from '#model/rule.ts';

export const procedureRules: readonly Rule[] = [];
