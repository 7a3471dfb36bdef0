import type { Text, Wording } from '#model/text.ts';

/** What a change can touch, in the order in which it is told. */
export const touchKinds = ['approvals', 'clauses', 'items', 'blocks', 'forms', 'documents', 'processes', 'entries', 'objectives', 'copies', 'posts', 'audits', 'nonconformities'] as const;
export type TouchKind = (typeof touchKinds)[number];
/** Something touched: `name` in words of the workspace, `note` what is to be known of it or done with it. `of` groups copies by document. */
export interface Touch { readonly id: string; readonly name: Wording; readonly note?: Text; readonly of?: string }
export type Touches = Readonly<Partial<Record<TouchKind, readonly Touch[]>>>;
