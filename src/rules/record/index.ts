import type { Rule } from '#model/rule.ts';
import { conditionalFormMissing } from './conditional-form-missing.ts';
import { disposalMissing } from './disposal-missing.ts';
import { formEdition } from './form-edition.ts';
import { formMissing } from './form-missing.ts';
import { impossibleDate } from './impossible-date.ts';
import { recordIncomplete } from './incomplete.ts';
import { retentionMissing } from './retention-missing.ts';
import { retentionShort } from './retention-short.ts';

export const recordRules: readonly Rule[] = [formMissing, conditionalFormMissing, formEdition, retentionMissing, recordIncomplete, impossibleDate, retentionShort, disposalMissing];
