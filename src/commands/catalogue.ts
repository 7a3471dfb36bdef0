import type { CodeDef } from '#model/diagnostic.ts';
import { loadCodes } from '#load/codes.ts';
import { packCodes } from '#pack/codes.ts';
import { ruleCodes } from '#rules/index.ts';

/** Every code the tool can give, by name. */
export const codes: ReadonlyMap<string, CodeDef> = new Map([...loadCodes, ...ruleCodes, ...packCodes].map((def) => [def.code, def]));
