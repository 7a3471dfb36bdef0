import type { Text } from '#model/text.ts';

/** A page to be read: a title, then headed parts of lines. Lines of the workspace are strings, ours are texts. */
export interface Page { readonly title: Text | string; readonly parts: readonly Part[] }
export interface Part { readonly heading?: Text; readonly lines: readonly (Text | string)[]; readonly code?: boolean }
