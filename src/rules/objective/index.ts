import type { Rule } from '#model/rule.ts';
import { looser } from './looser.ts';
import { missedNoAction } from './missed-no-action.ts';
import { owner } from './owner.ts';
import { promise } from './promise.ts';
import { unknownObjective } from './unknown-objective.ts';
import { unmeasurable } from './unmeasurable.ts';
import { valueMissing } from './value-missing.ts';

export const objectiveRules: readonly Rule[] = [unmeasurable, owner, promise, valueMissing, missedNoAction, looser, unknownObjective];
