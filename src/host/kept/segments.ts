import { hash } from 'node:crypto';
import type { Slice } from './index-file.ts';
import type { Place } from './place.ts';

/** A segment is closed when it holds about this many bytes: so much is in memory at a time. */
const FULL = 16 * 2 ** 20;
const OPEN_AT_ONCE = 4;
/** What is smaller than this (bytes) is written together with others when there are more than MANY of them. */
const SMALL = 2 ** 20;
const MANY = 16;

/** The facts themselves, as texts in files that never change: the name of a file is the digest of its bytes, so that none can be other than it was written. */
export interface Segments {
  /** Null where the file is gone or not what it was. */
  bytesOf(slice: Slice): Buffer | null;
  /** Where each of the texts lies now; null for those that are empty or could not be written. Texts are asked for one after the other. */
  write(count: number, text: (at: number) => Buffer): (Slice | null)[];
  /** Names of the segments whose living facts had better be written anew: mostly dead, or too small and too many. */
  worn(living: readonly Slice[]): ReadonlySet<string>;
}

export function segmentsIn(place: Place): Segments {
  const opened = new Map<string, Buffer | null>();
  const open = (name: string): Buffer | null => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const bytes = place.read(segmentFile(name));
    const intact = bytes && hash('sha256', bytes, 'hex') === name ? bytes : null;
    opened.set(name, intact);
    const whole = [...opened].filter(([, held]) => held !== null);
    if (whole.length > OPEN_AT_ONCE) opened.delete((whole[0] as [string, Buffer])[0]);
    return intact;
  };
  return {
    bytesOf: ({ segment, start, end }) => open(segment)?.subarray(start, end) ?? null,
    write(count, text) {
      const placed: (Slice | null)[] = [];
      while (placed.length < count) {
        const texts: Buffer[] = [];
        for (let size = 0; size < FULL && placed.length + texts.length < count;) size += texts[texts.push(text(placed.length + texts.length)) - 1]?.length ?? 0;
        const bytes = Buffer.concat(texts);
        const segment = hash('sha256', bytes, 'hex');
        const written = place.write(segmentFile(segment), bytes);
        let end = 0;
        for (const { length } of texts) placed.push(written && length > 0 ? { segment, start: end, end: (end += length) } : null);
      }
      return placed;
    },
    worn(living) {
      const used = new Map<string, number>();
      for (const { segment, start, end } of living) used.set(segment, (used.get(segment) ?? 0) + end - start);
      const sized = [...used].map(([name, alive]) => ({ name, alive, size: place.size(segmentFile(name)) }));
      const many = sized.filter(({ size }) => size < SMALL).length > MANY;
      return new Set(sized.filter(({ alive, size }) => alive < size / 2 || (many && size < SMALL)).map(({ name }) => name));
    },
  };
}

export function segmentFile(name: string): string {
  return `${name}.facts`;
}
