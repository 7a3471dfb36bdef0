import type { Rule } from '#model/rule.ts';

export const nonconformityRules: readonly Rule[] = [];
