import type { CodeDef } from '#model/diagnostic.ts';
import type { FileRule, Rule } from '#model/rule.ts';
import { baselineCodes } from './baseline.ts';
import { blockUnmet } from './block/unmet.ts';
import { clauseAdvised } from './clause/advised.ts';
import { clauseUnmet } from './clause/unmet.ts';
import { approvalRules } from './approval/index.ts';
import { auditRules } from './audit/index.ts';
import { competenceRules } from './competence/index.ts';
import { coverageRules } from './coverage/index.ts';
import { documentRules } from './document/index.ts';
import { exclusionRules } from './exclusion/index.ts';
import { externalRules } from './external/index.ts';
import { improvementRules } from './improvement/index.ts';
import { manualRules } from './manual/index.ts';
import { nonconformityRules } from './nonconformity/index.ts';
import { objectiveRules } from './objective/index.ts';
import { organizationRules } from './organization/index.ts';
import { privacyRules } from './privacy/index.ts';
import { procedureRules } from './procedure/index.ts';
import { processRules } from './process/index.ts';
import { recordRules } from './record/index.ts';
import { referenceRules } from './reference/index.ts';
import { responsibilityRules } from './responsibility/index.ts';
import { reviewRules } from './review/index.ts';
import { serviceRules } from './service/index.ts';
import { supplierRules } from './supplier/index.ts';
import { workspaceRules } from './workspace/index.ts';
import { suppressionCodes } from './suppress.ts';

/** Every rule, in the order of areas; the code is the path below rules/. */
export const rules: readonly Rule[] = [
  ...documentRules, ...approvalRules, ...referenceRules, ...externalRules, ...workspaceRules, ...organizationRules,
  ...procedureRules, ...manualRules, ...responsibilityRules, ...coverageRules, clauseUnmet, clauseAdvised, blockUnmet,
  ...exclusionRules, ...recordRules, ...objectiveRules, ...competenceRules, ...supplierRules,
  ...processRules, ...auditRules, ...nonconformityRules, ...reviewRules, ...serviceRules, ...improvementRules, ...privacyRules,
];

export const fileRules: readonly FileRule[] = rules.filter((rule): rule is FileRule => rule.scope === 'file');

/** Codes of this room: those of rules, of suppressions and of the baseline. */
export const ruleCodes: readonly CodeDef[] = [...rules, ...suppressionCodes, ...baselineCodes];
