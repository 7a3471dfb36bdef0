import type { Basis, Covering } from './diagnostic.ts';
import type { Spot } from './place.ts';
import type { Text } from './text.ts';

/**
 * All that a workspace shows for one clause or one block, as plain data for a JSON Schema to judge.
 * `source` answers where a part of it stands in the workspace: JSON pointer into `data` → spot.
 */
export interface Dossier { readonly data: Readonly<Record<string, unknown>>; source(pointer: string): Spot }
export interface ClauseDossier extends Dossier { readonly clause: string; readonly excluded: boolean }
export interface BlockDossier extends Dossier { readonly block: string }

/** A demand of a schema that a dossier does not meet. `pointer` leads to the part that fails. */
export interface Unmet { readonly pointer: string; readonly requirement: string; readonly say: Text; readonly basis: Basis; readonly coveredBy?: Covering }

export type Judge = (data: unknown) => readonly Unmet[];
/** Judges by clause number and by block id. */
export interface Judges { readonly clauses: ReadonlyMap<string, Judge>; readonly blocks: ReadonlyMap<string, Judge> }
