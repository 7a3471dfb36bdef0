import type { Rule } from '#model/rule.ts';

export const organizationRules: readonly Rule[] = [];
