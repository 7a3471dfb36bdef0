import type { Rule } from '#model/rule.ts';
import { approvalMissing } from './approval-missing.ts';
import { approverIsAuthor } from './approver-is-author.ts';
import { changeUnrecorded } from './change-unrecorded.ts';
import { confusableCharacters } from './confusable-characters.ts';
import { copiedParagraph } from './copied-paragraph.ts';
import { copiedStandard } from './copied-standard.ts';
import { dateOrder } from './date-order.ts';
import { distribution } from './distribution.ts';
import { draftInUse } from './draft-in-use.ts';
import { duplicateId } from './duplicate-id.ts';
import { headerIncomplete } from './header-incomplete.ts';
import { headingOrder } from './heading-order.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import { missingSection } from './missing-section.ts';
import { numberPattern } from './number-pattern.ts';
import { obsoleteInUse } from './obsolete-in-use.ts';
import { placeholder } from './placeholder.ts';
import { publicCopy } from './public-copy.ts';
import { reviewOverdue } from './review-overdue.ts';
import { revisionMismatch } from './revision-mismatch.ts';
import { stub } from './stub.ts';
import { trialOver } from './trial-over.ts';
import { unknownClause } from './unknown-clause.ts';
import { unknownPerson } from './unknown-person.ts';
import { unknownMark } from './unknown-mark.ts';
import { vagueWording } from './vague-wording.ts';

export const documentRules: readonly Rule[] = [
  duplicateId, approvalMissing, dateOrder, approverIsAuthor, numberPattern, revisionMismatch, obsoleteInUse, distribution, reviewOverdue, trialOver,
  draftInUse, changeUnrecorded, publicCopy, headerIncomplete, unknownPerson, unknownClause, unknownMark, stub, placeholder, headingOrder, missingSection,
  copiedParagraph, copiedStandard, hiddenCharacters, confusableCharacters, vagueWording,
];
