import type { Rule } from '#model/rule.ts';

export const supplierRules: readonly Rule[] = [];
