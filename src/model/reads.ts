import type { BodyFacts } from './facts.ts';

/**
 * What may change in a file's facts while the rest stays. The core (path, form, kind, values, whether there is a body) is not among it and never noted: where that
 * changed, or a file came or went, everything is judged anew.
 */
export type FileFacet = 'digest' | 'raw' | 'findings' | 'ignores';
export type BodyFacet = keyof BodyFacts;
export type Facet = FileFacet | BodyFacet;
export const fileFacets: readonly FileFacet[] = ['digest', 'raw', 'findings', 'ignores'];
export const bodyFacets: readonly BodyFacet[] = ['sections', 'lengths', 'links', 'claims', 'mentions', 'quotes', 'numbers', 'tables', 'directives', 'paragraphs', 'hidden', 'places'];

/** Which facets were read, of which files; null stands for so many that it might as well be all. */
export type Reads = ReadonlyMap<Facet, ReadonlySet<string> | null>;

/** More files than this count as all. */
const MANY = 1000;
type Noted = Map<Facet, Set<string> | null>;
/** `again`: what was noted again already; things that are used a thousand times are noted once. */
interface Recorder { readonly reads: Noted; readonly again: Set<Reads>; readonly own?: { readonly path: string; readonly facets: Set<Facet> } }
let recorder: Recorder | null = null;

/** Whoever hands out a facet says so here. */
export function noteRead(facet: Facet, path: string): void {
  if (recorder) enter(recorder, facet, path);
}

/** Makes something and tells what was read to make it. */
export function recorded<Made>(make: () => Made): { readonly made: Made; readonly reads: Reads } {
  const reads: Noted = new Map();
  const made = within({ reads, again: new Set() }, make);
  noteReads(reads);
  return { made, reads };
}

/** Makes something in a recording, in which the facets that are read of this one file are noted apart. */
export function apart<Made>(path: string, facets: Set<Facet>, make: () => Made): Made {
  return recorder ? within({ ...recorder, own: { path, facets } }, make) : make();
}

/** Notes again what was read to make a thing that is now used once more. Only what was made of one file alone can be that file's own. */
export function noteReads(reads: Reads): void {
  if (recorder === null || recorder.again.has(reads)) return;
  const { reads: into, again, own } = recorder;
  if (own && isOfOne(reads, own.path)) {
    for (const facet of reads.keys()) own.facets.add(facet);
    return;
  }
  again.add(reads);
  for (const [facet, paths] of reads) {
    if (paths === null) into.set(facet, null);
    else for (const path of paths) add(into, facet, path);
  }
}

function isOfOne(reads: Reads, path: string): boolean {
  for (const paths of reads.values()) if (paths?.size !== 1 || !paths.has(path)) return false;
  return true;
}

function within<Made>(inner: Recorder, make: () => Made): Made {
  const outer = recorder;
  recorder = inner;
  try {
    return make();
  } finally {
    recorder = outer;
  }
}

function enter({ reads, own }: Recorder, facet: Facet, path: string): void {
  if (own?.path === path) own.facets.add(facet);
  else add(reads, facet, path);
}

function add(into: Noted, facet: Facet, path: string): void {
  const paths = into.get(facet);
  if (paths === null) return;
  if (paths === undefined) into.set(facet, new Set([path]));
  else if (paths.add(path).size > MANY) into.set(facet, null);
}
