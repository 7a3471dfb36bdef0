import type { Args } from './diagnostic.ts';
import type { Place } from './place.ts';
import type { Text } from './text.ts';

/** Why a document cannot be printed as it stands, and the line that must be mended. */
export interface Refusal { readonly at: Place; readonly text: Text; readonly args?: Args }
