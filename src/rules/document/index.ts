import type { Rule } from '#model/rule.ts';
import { duplicateId } from './duplicate-id.ts';

export const documentRules: readonly Rule[] = [duplicateId];
