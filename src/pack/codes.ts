import type { CodeDef } from '#model/diagnostic.ts';
import { archiveCodes } from './codes/archive.ts';
import { bagCodes } from './codes/bag.ts';
import { ownCodes } from './codes/own.ts';
import { signatureCodes } from './codes/signature.ts';

/** Everything that can be said of a pack. */
export const packCodes: readonly CodeDef[] = [...archiveCodes, ...bagCodes, ...signatureCodes, ...ownCodes];
