import type { Rule } from '#model/rule.ts';

export const externalRules: readonly Rule[] = [];
