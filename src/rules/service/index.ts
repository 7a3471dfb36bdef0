import type { Rule } from '#model/rule.ts';
import { caseNumber } from './case-number.ts';
import { noReply } from './no-reply.ts';
import { nonconformityUnrecorded } from './nonconformity-unrecorded.ts';
import { noticePeriod } from './notice-period.ts';
import { officers } from './officers.ts';
import { overLimit } from './over-limit.ts';
import { sameExaminer } from './same-examiner.ts';
import { stockMismatch } from './stock-mismatch.ts';

export const serviceRules: readonly Rule[] = [sameExaminer, overLimit, caseNumber, stockMismatch, officers, noticePeriod, nonconformityUnrecorded, noReply];
