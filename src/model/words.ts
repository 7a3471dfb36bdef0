import type { PersonalPattern } from './personal-data.ts';
import type { Text } from './text.ts';

/** Word lists that rules use, as data (schemas/words.yaml): what counts as vague, as a stub, as a refused ground. */
export interface Words {
  readonly vague: readonly string[];
  /** Vague words that a limit in the same sentence makes clear. */
  readonly vague_times: readonly string[];
  readonly placeholders: readonly string[];
  /** Place-holders that an empty form may carry. */
  readonly blanks: readonly string[];
  /** Patterns of the standard's own voice ("the organization shall"). */
  readonly standard_voice: readonly string[];
  readonly refused_grounds: readonly { readonly pattern: string; readonly ground: Text }[];
  readonly blame: readonly string[];
  readonly law_endings: readonly string[];
  /** Case types that need two persons, and those that one officer may decide on the spot. */
  readonly two_person_cases: readonly string[];
  readonly summary_cases: readonly string[];
  /** Sections a document type must have, in order. */
  readonly sections: Readonly<Record<string, readonly { readonly id: string; readonly titles: readonly string[]; readonly required: boolean }[]>>;
  /** Column titles of step tables. */
  readonly columns: Readonly<Record<'step' | 'work' | 'post' | 'limit' | 'record', readonly string[]>>;
  /** Words in a limit's subject that make it a least time (notice before a hearing) instead of a longest one. */
  readonly least_limits: readonly string[];
  /** Words by which a sentence says that a clause is left out, and words that turn it round. */
  readonly exclusion_said: readonly string[];
  readonly exclusion_denied: readonly string[];
  /** Personal data known by its look. */
  readonly personal: readonly PersonalPattern[];
}
