import type { Rule } from '#model/rule.ts';
import { duplicateRow } from './duplicate-row.ts';
import { noLead } from './no-lead.ts';
import { twoLeads } from './two-leads.ts';
import { unknownUnit } from './unknown-unit.ts';

export const responsibilityRules: readonly Rule[] = [noLead, unknownUnit, twoLeads, duplicateRow];
