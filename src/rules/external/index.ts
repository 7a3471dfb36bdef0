import type { Rule } from '#model/rule.ts';
import { checkOverdue } from './check-overdue.ts';
import { incomplete } from './incomplete.ts';
import { repealedCited } from './repealed-cited.ts';
import { unlisted } from './unlisted.ts';

export const externalRules: readonly Rule[] = [unlisted, incomplete, repealedCited, checkOverdue];
