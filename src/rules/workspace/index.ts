import type { Rule } from '#model/rule.ts';

export const workspaceRules: readonly Rule[] = [];
