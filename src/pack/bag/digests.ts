import { createHash } from 'node:crypto';
import type { PackedFile, ReadFault } from '../container.ts';

/** What a file's bytes turned out to be: their number, their digest in hex by algorithm, and what was wrong in reading them. */
export interface Measured { readonly size: number; readonly digests: ReadonlyMap<string, string>; readonly fault: ReadFault | null }

/** Reads a file once, piece by piece, for all algorithms together. */
export function measure(file: PackedFile, algorithms: readonly string[]): Measured {
  const hashes = algorithms.map((algorithm) => [algorithm, createHash(algorithm)] as const);
  let size = 0;
  const reading = file.chunks();
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return { size, fault: step.value, digests: new Map(hashes.map(([algorithm, hash]) => [algorithm, hash.digest('hex')])) };
    size += step.value.length;
    for (const [, hash] of hashes) hash.update(step.value);
  }
}

/** The SHA-512 of a file, in hex. */
export function sha512Of(file: PackedFile): string {
  return measure(file, ['sha512']).digests.get('sha512') as string;
}
