import type { Rule } from '#model/rule.ts';
import { exclusionContradicted } from './contradicted.ts';
import { designInScope } from './design-in-scope.ts';
import { groundRefused } from './ground-refused.ts';
import { exclusionJustification } from './justification.ts';
import { outsideClause7 } from './outside-clause-7.ts';
import { statementDiffers } from './statement-differs.ts';
import { exclusionUndecided } from './undecided.ts';

export const exclusionRules: readonly Rule[] = [outsideClause7, exclusionJustification, groundRefused, exclusionContradicted, designInScope, statementDiffers, exclusionUndecided];
