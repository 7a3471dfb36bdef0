import type { FileFacts } from '#model/facts.ts';
import { encodeBlock, FILES, type PackedBlock } from '#model/facts-block.ts';
import { FactsBlock, packedIn, plainFacts, retakenBy, type Retake } from '#model/packed-facts.ts';
import type { BlockPlace, Slice } from './index-file.ts';
import { segmentsIn } from './segments.ts';
import type { Place } from './place.ts';

/** Blocks that wait in memory are written when they are so many bytes. */
const FULL = 4 * 2 ** 20;

/** The facts of one workspace in blocks: on disk, or in memory until they are written. */
export interface Blocks {
  /** Undefined where they are gone or not whole. A facet that proves damaged later is one of facts taken anew. */
  factsAt(slice: Slice, path: string, retake: Retake): FileFacts | undefined;
  /** The same as plain data, with nothing taken anew. */
  wholeAt(slice: Slice, path: string): FileFacts | undefined;
  /** Says that these facts will have to be written. When many wait in memory, they are written at once, to be read from there. */
  hold(facts: FileFacts, retake: Retake): void;
  /** Where each of these facts lies now; null where they are damaged or cannot be written. */
  write(facts: readonly FileFacts[]): (Slice | null)[];
  /** Says which of the facts kept had better be written anew. */
  worn(living: readonly Slice[]): (slice: Slice) => boolean;
  isDamaged(): boolean;
}

export function blocksIn(place: Place): Blocks {
  const segments = segmentsIn(place);
  const opened = new Map<string, FactsBlock | null>();
  const placed = new Map<FactsBlock, BlockPlace>();
  const waiting = new Set<FactsBlock>();
  let worn: ReadonlySet<string> = new Set();
  let size = 0;

  const open = (block: BlockPlace): FactsBlock | null => {
    const known = opened.get(block.digest);
    if (known !== undefined) return known;
    const head = segments.headOf(block);
    const made = head && new FactsBlock(head, (stretch) => segments.columnOf(block, stretch));
    if (made) placed.set(made, block);
    opened.set(block.digest, made);
    return made;
  };
  const writeWaiting = (): void => {
    const blocks = [...waiting];
    const places = blocks.length > 0 ? segments.write(blocks.map(({ packed }) => packed as PackedBlock)) : null;
    size = places ? 0 : -Infinity; // a disk that is full is not tried again before the end
    for (const [nth, at] of (places ?? []).entries()) {
      const block = blocks[nth] as FactsBlock;
      placed.set(block, at);
      block.moveTo((stretch) => segments.columnOf(at, stretch));
      waiting.delete(block);
    }
  };
  const isWorn = ({ segment, digest }: BlockPlace): boolean => worn.has(segment) || opened.get(digest)?.isDamaged === true;
  const sliceOf = (facts: FileFacts): Slice | null => {
    const packed = packedIn(facts);
    const block = packed && placed.get(packed.block);
    return packed && block && !isWorn(block) ? { block, at: packed.at } : null;
  };

  return {
    factsAt({ block, at }, path, retake) {
      const facts = open(block)?.file(at, retake);
      return facts?.path === path ? facts : undefined;
    },
    wholeAt({ block, at }, path) {
      const whole = open(block);
      const facts = whole?.isWhole() ? whole.file(at, never) : undefined;
      return facts?.path === path ? plainFacts(facts) : undefined;
    },
    hold(facts, retake) {
      const block = packedIn(facts)?.block;
      if (!block?.packed) return;
      retakenBy(facts, retake);
      if (waiting.has(block)) return;
      if (size >= FULL) writeWaiting(); // those whose facts are all held
      waiting.add(block);
      size += block.packed.bytes.length;
    },
    write(all) {
      writeWaiting();
      const loose = all.filter((facts) => sliceOf(facts) === null && packedIn(facts)?.block.isWhole() !== false);
      const found = new Map<FileFacts, Slice>();
      for (let from = 0; from < loose.length;) {
        const blocks: PackedBlock[] = [];
        const first = from;
        for (let bytes = 0; bytes < FULL && from < loose.length; from += FILES) bytes += blocks[blocks.push(encodeBlock(loose.slice(from, from + FILES))) - 1]?.bytes.length ?? 0;
        for (const [nth, block] of (segments.write(blocks) ?? []).entries()) {
          for (let at = 0; at < block.files; at++) found.set(loose[first + nth * FILES + at] as FileFacts, { block, at });
        }
      }
      const slices = all.map((facts) => found.get(facts) ?? sliceOf(facts));
      for (const [digest, block] of opened) if (block?.isDamaged) opened.delete(digest); // nobody's facts lie there any more
      return slices;
    },
    worn(living) {
      worn = segments.worn(living);
      return ({ block }) => isWorn(block);
    },
    isDamaged: () => [...opened.values()].some((block) => block?.isDamaged),
  };
}

const never: Retake = (path) => { throw new Error(`facts of ${path} are damaged although they were looked through`); };
