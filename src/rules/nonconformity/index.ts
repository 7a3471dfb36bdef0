import type { Rule } from '#model/rule.ts';
import { causeMissing } from './cause-missing.ts';
import { clause } from './clause.ts';
import { dateOrder } from './date-order.ts';
import { fact } from './fact.ts';
import { overdue } from './overdue.ts';
import { repeated } from './repeated.ts';
import { shallowCause } from './shallow-cause.ts';
import { unknownAudit } from './unknown-audit.ts';
import { unverifiedClosure } from './unverified-closure.ts';
import { verifierIsDoer } from './verifier-is-doer.ts';

export const nonconformityRules: readonly Rule[] = [overdue, causeMissing, shallowCause, unverifiedClosure, verifierIsDoer, dateOrder, repeated, clause, fact, unknownAudit];
