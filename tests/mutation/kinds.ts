import type { Kind } from './edits.ts';
import { auditKinds } from './kinds/audits.ts';
import { documentKinds } from './kinds/documents.ts';
import { fileKinds } from './kinds/files.ts';
import { procedureKinds } from './kinds/procedures.ts';
import { recordKinds } from './kinds/records.ts';
import { referenceKinds } from './kinds/references.ts';

/** Every kind of defect that is planted, from damaged bytes to a review that decides nothing. */
export const kinds: readonly Kind[] = [...fileKinds, ...documentKinds, ...referenceKinds, ...procedureKinds, ...recordKinds, ...auditKinds];
