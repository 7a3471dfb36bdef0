import type { Covering } from '#model/diagnostic.ts';

/** Codes that already tell of a document that it is needed but not in force: what follows from it is not told again. */
export const NOT_IN_FORCE: Covering = { 'manual/missing:not-in-force': 'entry', 'procedure/mandatory-missing:not-in-force': 'entry' };
