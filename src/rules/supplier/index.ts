import type { Rule } from '#model/rule.ts';
import { consultantCertifies } from './consultant-certifies.ts';
import { unevaluated } from './unevaluated.ts';
import { unknown } from './unknown.ts';

export const supplierRules: readonly Rule[] = [unevaluated, unknown, consultantCertifies];
