import { hash } from 'node:crypto';
import type { PackedBlock, Stretch } from '#model/facts-block.ts';
import type { BlockPlace, Slice } from './index-file.ts';
import type { Place } from './place.ts';

/** What is smaller than this (bytes) is written together with others when there are more than MANY of them. */
const SMALL = 2 ** 20;
const MANY = 16;

/** Blocks of facts in files that never change. They are read by the stretch, and a stretch is believed by the digest that led to it. */
export interface Segments {
  /** Null where the file is gone or not what it was. */
  headOf(block: BlockPlace): Buffer | null;
  columnOf(block: BlockPlace, stretch: Stretch): Buffer | null;
  /** Where the blocks lie now, all in one file; null where it could not be written. */
  write(blocks: readonly PackedBlock[]): BlockPlace[] | null;
  /** Names of the segments whose living facts had better be written anew: mostly dead, or too small and too many. */
  worn(living: readonly Slice[]): Set<string>;
}

export function segmentsIn(place: Place): Segments {
  const read = ({ segment, start }: BlockPlace, { from, to, digest }: Stretch): Buffer | null => {
    const bytes = place.readPart(segmentFile(segment), start + from, start + to);
    return bytes && hash('sha256', bytes, 'hex') === digest ? bytes : null;
  };
  return {
    headOf: (block) => read(block, { from: 0, to: block.head, digest: block.digest }),
    columnOf: read,
    write(blocks) {
      const digests = blocks.map(({ bytes, head }) => hash('sha256', bytes.subarray(0, head), 'hex'));
      const segment = hash('sha256', digests.join(), 'hex');
      let end = 0;
      const places = blocks.map(({ bytes: { length: size }, head, files }, nth): BlockPlace => ({ segment, start: (end += size) - size, size, head, digest: digests[nth] as string, files }));
      return place.write(segmentFile(segment), Buffer.concat(blocks.map(({ bytes }) => bytes))) ? places : null;
    },
    worn(living) {
      const used = new Map<string, number>();
      for (const { block: { segment, size, files } } of living) used.set(segment, (used.get(segment) ?? 0) + size / files);
      const sized = [...used].map(([name, alive]) => ({ name, alive, size: place.size(segmentFile(name)) }));
      const many = sized.filter(({ size }) => size < SMALL).length > MANY;
      return new Set(sized.filter(({ alive, size }) => alive < size / 2 || (many && size < SMALL)).map(({ name }) => name));
    },
  };
}

export function segmentFile(name: string): string {
  return `${name}.facts`;
}
