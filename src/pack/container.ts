import type { CodedFinding } from '#model/diagnostic.ts';

/** Why the bytes of a file could not be read to the end: its packed form is damaged, its sum wrong, it is longer or shorter than it claims. */
export type ReadFault = 'damaged' | 'sum' | 'longer' | 'shorter';

/** A file of a pack, not read yet. `chunks` gives its bytes piece by piece and returns what was wrong with them. */
export interface PackedFile { readonly path: string; readonly size: number; chunks(): Generator<Uint8Array, ReadFault | null> }

/** What a zip or a folder holds, paths from the bag's own folder on. `findings` tell what is wrong with the container itself; `name` is what the reader called it. */
export interface Container {
  readonly kind: 'zip' | 'folder'; readonly name: string; readonly top: string;
  readonly files: readonly PackedFile[]; readonly folders: readonly string[]; readonly findings: readonly CodedFinding[];
}

/** How much of a file is held in memory at a time. */
export const CHUNK: number = 256 * 1024;

/** A small file as one piece; null when it is larger than `most` or cannot be read. */
export function wholeOf(file: PackedFile, most: number): Uint8Array | null {
  if (file.size > most) return null;
  const parts: Uint8Array[] = [];
  const reading = file.chunks();
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value === null || step.value === 'sum' ? Buffer.concat(parts) : null;
    parts.push(step.value);
  }
}
