import type { Document, DocumentMeta } from '#model/document.ts';

/** Approved, whether or not it has taken effect yet: from here on a document is held to what a controlled one must have. */
export function released({ status }: Pick<DocumentMeta, 'status'>): boolean {
  return status === 'approved' || status === 'effective';
}

/** Still being written: nobody may rely on it. */
export function unfinished(document: Document): boolean {
  return document.value.status === 'draft' || document.value.status === 'review';
}
