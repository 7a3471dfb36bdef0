import type { Rule } from '#model/rule.ts';
import { chain } from './chain.ts';
import { misplaced } from './misplaced.ts';
import { approvalMissingRole } from './missing.ts';
import { order } from './order.ts';
import { samePerson } from './same-person.ts';
import { signature } from './signature.ts';
import { signers } from './signers.ts';
import { signersUncontrolled } from './signers-uncontrolled.ts';
import { silentEdit } from './silent-edit.ts';

export const approvalRules: readonly Rule[] = [silentEdit, approvalMissingRole, misplaced, chain, order, samePerson, signature, signers, signersUncontrolled];
