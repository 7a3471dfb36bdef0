import type { Rule } from '#model/rule.ts';
import { requirementMissing } from './requirement-missing.ts';
import { trainingUnevaluated } from './training-unevaluated.ts';
import { unqualifiedHolder } from './unqualified-holder.ts';

export const competenceRules: readonly Rule[] = [requirementMissing, trainingUnevaluated, unqualifiedHolder];
