import type { Rule } from '#model/rule.ts';
import { limitLooser } from './limit-looser.ts';
import { mandatoryMissing } from './mandatory-missing.ts';
import { pointUnsettled } from './point-unsettled.ts';
import { recordUnnumbered } from './record-unnumbered.ts';
import { responsibilityMissing } from './responsibility-missing.ts';
import { stepLimitMissing } from './step-limit-missing.ts';
import { unknownPost } from './unknown-post.ts';

export const procedureRules: readonly Rule[] = [mandatoryMissing, responsibilityMissing, recordUnnumbered, unknownPost, pointUnsettled, limitLooser, stepLimitMissing];
