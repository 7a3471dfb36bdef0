import type { Rule } from '#model/rule.ts';

export const auditRules: readonly Rule[] = [];
