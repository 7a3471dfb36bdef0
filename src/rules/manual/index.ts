import type { Rule } from '#model/rule.ts';

export const manualRules: readonly Rule[] = [];
