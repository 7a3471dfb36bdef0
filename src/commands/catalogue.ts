import type { CodeDef } from '#model/diagnostic.ts';
import { loadCodes } from '#load/codes.ts';
import { ruleCodes } from '#rules/index.ts';

/** Every code the tool can give, by name. */
export const codes: ReadonlyMap<string, CodeDef> = new Map([...loadCodes, ...ruleCodes].map((def) => [def.code, def]));
