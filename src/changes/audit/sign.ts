import type { YAMLMap } from 'yaml';
import { editYaml } from '../edit-yaml.ts';
import { insertField, type FieldOrder } from '../sync-yaml.ts';

/** The signatures that each paper of an audit carries, in their order. */
export const signedPapers = { programme: ['prepared', 'approved'], plan: ['prepared', 'approved'], report: ['prepared', 'reviewed', 'approved'] } as const;
export type SignedPaper = keyof typeof signedPapers;
export type SignatureKey = (typeof signedPapers)[SignedPaper][number];

/** The paper with a field that it lacked: a signature, or the day on which it was sent; the rest stays as it was. */
export function enter(text: string, key: SignatureKey | 'sent', value: { readonly by: string; readonly on: string } | string, order: FieldOrder): string {
  return editYaml(text, (document) => {
    insertField(document.contents as YAMLMap, key, document.createNode(value, { flow: true }), order, document);
  });
}
