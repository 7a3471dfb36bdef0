import { createHash, hash } from 'node:crypto';
import type { Stamp, TreeEntry, TreeFolder } from '#model/tree.ts';

/**
 * What is known of one file of the workspace. `stamp` is null where none can be trusted, `digest` (sha256, hex) '' where the bytes were not read, `facts` null
 * where none were kept.
 */
export interface Row { readonly path: string; readonly problem: string; readonly stamp: Stamp | null; readonly digest: string; readonly facts: Slice | null }
/** Where facts lie: as those of the `at`-th file of a block. */
export interface Slice { readonly block: BlockPlace; readonly at: number }
/** A block of facts: in the file named by `segment` from `start` on, with a head of so many bytes and this digest (sha256, hex), which holds the digests of all else. */
export interface BlockPlace { readonly segment: string; readonly start: number; readonly size: number; readonly head: number; readonly digest: string; readonly files: number }

/**
 * What it takes to see that nothing was touched. `state` names the bytes of all files, '' where not all are known; `pathText` are the paths of all files in order, a
 * NUL behind each; `problems` go by number of the file; `stamps` are size, modified, changed, inode of each file, then of each of the `folders` that held them, those
 * without any file included.
 */
export interface Front { readonly state: string; readonly pathText: string; readonly problems: ReadonlyMap<number, string>; readonly stamps: Float64Array; readonly folders: readonly string[] }

/** All that is known. `key` names what the facts depend on besides the files. */
export interface Index extends Front {
  readonly key: string;
  readonly paths: readonly string[];
  row(at: number): Row;
  /** True where the file is, as far as its stamp can tell, the one of this row. */
  isSame(at: number, entry: Pick<TreeEntry, 'stamp' | 'problem'>): boolean;
  isSameFolder(at: number, stamp: Stamp): boolean;
}

/** The file of the index. */
export const INDEX = 'index';
const FORMAT = 'qms-kept@5';
const DIGEST = 32;
const unknown = '0'.repeat(2 * DIGEST);
/** How many numbers a stamp is. */
export const STAMP = 4;
const SLICE = 2;
/** A path cannot hold it. */
const END = '\0';
/** Three lengths: of the front, of the head, of the paths; the stamps begin at a multiple of eight. */
const LENGTHS = 16;
interface Head { readonly format: string; readonly key: string; readonly state: string; readonly problems: readonly (readonly [at: number, problem: string])[]; readonly folders: readonly string[]; readonly count: number }

/**
 * An index as bytes. Front: lengths, stamps, head (JSON), paths, digest of the rest; its digest. Rest: slices, digests, blocks (JSON). Each kind stands together, so that it is read
 * and written at one stroke, and only the rows that are asked for are made.
 */
export function encodeIndex(key: string, rows: readonly Row[], folders: readonly TreeFolder[]): Buffer {
  const blocks = new Map<string, { readonly block: BlockPlace; readonly nth: number }>();
  const problems: [number, string][] = [];
  const stamps = new Float64Array((rows.length + folders.length) * STAMP).fill(NaN);
  const slices = new Float64Array(rows.length * SLICE).fill(-1);
  const put = (at: number, stamp: Stamp | null): void => {
    if (!stamp?.trusted) return;
    stamps[at] = stamp.size;
    stamps[at + 1] = stamp.modified;
    stamps[at + 2] = stamp.changed;
    stamps[at + 3] = stamp.inode;
  };
  let paths = '';
  let digests = '';
  for (let at = 0; at < rows.length; at++) {
    const { path, problem, stamp, digest, facts } = rows[at] as Row;
    paths += path + END;
    digests += digest || unknown;
    if (problem) problems.push([at, problem]);
    put(at * STAMP, stamp);
    if (!facts) continue;
    const { block } = facts;
    const known = blocks.get(block.digest) ?? { block, nth: blocks.size };
    blocks.set(block.digest, known);
    slices[at * SLICE] = known.nth;
    slices[at * SLICE + 1] = facts.at;
  }
  for (let at = 0; at < folders.length; at++) put((rows.length + at) * STAMP, (folders[at] as TreeFolder).stamp);
  const [pathBytes, digestBytes] = [Buffer.from(paths), Buffer.from(digests, 'hex')];
  const head: Head = { format: FORMAT, key, state: stateOf(rows, pathBytes, digestBytes), problems, folders: folders.map(({ path }) => path), count: rows.length };
  const headBytes = Buffer.from(JSON.stringify(head));
  const rest = Buffer.concat([Buffer.from(slices.buffer), digestBytes, Buffer.from(JSON.stringify([...blocks.values()].map(({ block }) => block)))]);
  const lengths = Buffer.alloc(LENGTHS);
  const front = [lengths, Buffer.from(stamps.buffer), headBytes, pathBytes, hash('sha256', rest, 'buffer')];
  for (const [at, length] of [front.reduce((sum, part) => sum + part.length, 0), headBytes.length, pathBytes.length].entries()) lengths.writeUInt32LE(length, at * 4);
  const frontHash = createHash('sha256');
  for (const part of front) frontHash.update(part);
  return Buffer.concat([...front, frontHash.digest(), rest]);
}

/** How many bytes of the file are its front, by its first ones. */
export function lengthOfFront(start: Buffer | null): number {
  return start && start.length >= LENGTHS ? start.readUInt32LE() + DIGEST : 0;
}

/** Null for whatever `encodeIndex` of this version did not write, down to the last bit. */
export function decodeFront(bytes: Buffer | null): Front | null {
  return openFront(bytes);
}

function openFront(bytes: Buffer | null): (Front & { readonly head: Head; readonly restDigest: Buffer }) | null {
  const end = lengthOfFront(bytes) - DIGEST;
  if (!bytes || end < LENGTHS || !hash('sha256', bytes.subarray(0, end), 'buffer').equals(bytes.subarray(end, end + DIGEST))) return null;
  const pathsEnd = end - DIGEST;
  const headEnd = pathsEnd - bytes.readUInt32LE(8);
  const stampsEnd = headEnd - bytes.readUInt32LE(4);
  const head = JSON.parse(bytes.toString('utf8', stampsEnd, headEnd)) as Head;
  if (head.format !== FORMAT) return null;
  const { state, folders, problems } = head;
  return { head, state, folders, problems: new Map(problems), stamps: numbersOf(bytes.subarray(LENGTHS, stampsEnd)), pathText: bytes.toString('utf8', headEnd, pathsEnd), restDigest: bytes.subarray(pathsEnd, end) };
}

/** In place where the machine can read them there. */
function numbersOf({ buffer, byteOffset, byteLength }: Buffer): Float64Array {
  return byteOffset % 8 === 0 ? new Float64Array(buffer, byteOffset, byteLength / 8) : new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/** The same, of front and rest. */
export function decodeIndex(bytes: Buffer | null): Index | null {
  const front = openFront(bytes);
  const rest = bytes?.subarray(lengthOfFront(bytes));
  if (!front || !rest || !hash('sha256', rest, 'buffer').equals(front.restDigest)) return null;
  const { head, state, folders, problems, stamps, pathText } = front;
  const digestsAt = head.count * SLICE * 8;
  const blocksAt = digestsAt + head.count * DIGEST;
  const slices = numbersOf(rest.subarray(0, digestsAt));
  let paths: readonly string[] | undefined;
  let digests: string | undefined;
  let blocks: readonly BlockPlace[] | undefined;
  const has = (at: number, stamp: Stamp | undefined): boolean => stamp !== undefined && stamp.trusted
    && stamps[at] === stamp.size && stamps[at + 1] === stamp.modified && stamps[at + 2] === stamp.changed && stamps[at + 3] === stamp.inode;
  const stampAt = (at: number): Stamp | null => {
    const size = stamps[at] as number;
    return Number.isNaN(size) ? null : { size, modified: stamps[at + 1] as number, changed: stamps[at + 2] as number, inode: stamps[at + 3] as number, trusted: true };
  };
  const sliceAt = (at: number): Slice | null => {
    const block = (blocks ??= JSON.parse(rest.toString('utf8', blocksAt)) as BlockPlace[])[slices[at] as number];
    return block === undefined ? null : { block, at: slices[at + 1] as number };
  };
  return {
    key: head.key, state, folders, pathText, problems, stamps,
    get paths() { return paths ??= pathText.split(END).slice(0, -1); },
    isSame: (at, { stamp, problem }) => (problem ?? '') === (problems.get(at) ?? '') && (problem !== undefined || has(at * STAMP, stamp)),
    isSameFolder: (at, stamp) => has((head.count + at) * STAMP, stamp),
    row(at) {
      digests ??= rest.toString('hex', digestsAt, blocksAt);
      const digest = digests.slice(at * 2 * DIGEST, (at + 1) * 2 * DIGEST);
      return { path: this.paths[at] as string, problem: problems.get(at) ?? '', stamp: stampAt(at * STAMP), digest: digest === unknown ? '' : digest, facts: sliceAt(at * SLICE) };
    },
  };
}

/** A name for the bytes of all files; '' where one is known by neither digest nor stamp. What was not read stands in by its stamp. */
function stateOf(rows: readonly Row[], paths: Buffer, digests: Buffer): string {
  const others: unknown[] = [];
  for (let at = 0; at < rows.length; at++) {
    const { problem, digest, stamp } = rows[at] as Row;
    if (digest) continue;
    if (!problem && !stamp) return '';
    others.push([at, problem, stamp]);
  }
  return createHash('sha256').update(JSON.stringify([rows.length, others])).update(digests).update(paths).digest('hex');
}
