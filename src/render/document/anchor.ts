import { hash } from 'node:crypto';

/** A name in a PDF may have 127 bytes, of which one Chinese character takes nine. */
const KEPT = /^[\w-]{1,60}$/;

/** The id of a heading on a printed page: its slug where that is short and plain, else a digest of it. */
export function printedAnchor(slug: string): string {
  return KEPT.test(slug) ? slug : `h-${hash('sha256', slug, 'hex').slice(0, 12)}`;
}
