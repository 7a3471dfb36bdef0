import type { Rule } from '#model/rule.ts';
import { manualInteraction } from './interaction.ts';
import { manualMissing } from './missing.ts';
import { partMissing } from './part-missing.ts';
import { proceduresUnlisted } from './procedures-unlisted.ts';
import { manualScope } from './scope.ts';

export const manualRules: readonly Rule[] = [manualMissing, manualScope, proceduresUnlisted, manualInteraction, partMissing];
