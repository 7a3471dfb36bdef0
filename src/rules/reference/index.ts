import type { Rule } from '#model/rule.ts';
import { ambiguous } from './ambiguous.ts';
import { broken } from './broken.ts';
import { externalLink } from './external-link.ts';
import { missingAnchor } from './missing-anchor.ts';
import { missingFile } from './missing-file.ts';
import { obsolete } from './obsolete.ts';

export const referenceRules: readonly Rule[] = [broken, obsolete, ambiguous, missingFile, missingAnchor, externalLink];
