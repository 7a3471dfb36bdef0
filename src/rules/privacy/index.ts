import type { Rule } from '#model/rule.ts';
import { personalData } from './personal-data.ts';

export const privacyRules: readonly Rule[] = [personalData];
