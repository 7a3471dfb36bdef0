import type { Text } from './text.ts';

/** Word lists that rules use, as data (schemas/words.yaml): what counts as vague, as a stub, as a refused ground. */
export interface Words {
  readonly vague: readonly string[];
  readonly placeholders: readonly string[];
  readonly refused_grounds: readonly { readonly pattern: string; readonly ground: Text }[];
  readonly blame: readonly string[];
  readonly law_endings: readonly string[];
  /** Sections a document type must have, in order. */
  readonly sections: Readonly<Record<string, readonly { readonly id: string; readonly titles: readonly string[]; readonly required: boolean }[]>>;
  /** Column titles of step tables. */
  readonly columns: Readonly<Record<'step' | 'work' | 'post' | 'limit' | 'record', readonly string[]>>;
}
