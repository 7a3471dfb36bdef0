import type { Document } from '#model/document.ts';

/** Handed in for approval or further, and not withdrawn: from here on a document must be complete. */
export function isSubmitted({ value: { status } }: Document): boolean {
  return status === 'review' || status === 'approved' || status === 'effective';
}
