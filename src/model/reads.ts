import type { BodyFacts } from './facts.ts';

/**
 * What may change in a file's facts while the rest stays. The core (path, form, kind, values, whether there is a body) is not among it and never noted: where that
 * changed, or a file came or went, everything is judged anew.
 */
export type FileFacet = 'digest' | 'raw' | 'findings' | 'ignores';
export type BodyFacet = keyof BodyFacts;
export type Facet = FileFacet | BodyFacet;
export const fileFacets: readonly FileFacet[] = ['digest', 'raw', 'findings', 'ignores'];
export const bodyFacets: readonly BodyFacet[] = ['sections', 'links', 'claims', 'mentions', 'quotes', 'numbers', 'tables', 'directives', 'paragraphs', 'hidden', 'lengths', 'places'];

/** Which facets were read, of which files; null stands for so many that it might as well be all. */
export type Reads = ReadonlyMap<Facet, ReadonlySet<string> | null>;

/** More files than this count as all. */
const MANY = 1000;
type Noted = Map<Facet, Set<string> | null>;
let noted: Noted | null = null;

/** Whoever hands out a facet says so here. */
export function noteRead(facet: Facet, path: string): void {
  if (noted) enter(noted, facet, path);
}

/** Makes something and tells what was read to make it. */
export function recorded<Made>(make: () => Made): { readonly made: Made; readonly reads: Reads } {
  const outer = noted;
  const reads: Noted = new Map();
  noted = reads;
  try {
    return { made: make(), reads };
  } finally {
    noted = outer;
    noteReads(reads);
  }
}

/** Notes again what was read to make a thing that is now used once more. */
export function noteReads(reads: Reads): void {
  if (noted === null || reads === noted) return;
  for (const [facet, paths] of reads) {
    if (paths === null) noted.set(facet, null);
    else for (const path of paths) enter(noted, facet, path);
  }
}

function enter(into: Noted, facet: Facet, path: string): void {
  const paths = into.get(facet);
  if (paths === null) return;
  if (paths === undefined) into.set(facet, new Set([path]));
  else if (paths.add(path).size > MANY) into.set(facet, null);
}
