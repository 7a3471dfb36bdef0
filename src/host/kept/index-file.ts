import { createHash, hash } from 'node:crypto';
import type { Stamp, TreeEntry, TreeFolder } from '#model/tree.ts';

/**
 * What is known of one file of the workspace. `stamp` is null where none can be trusted, `digest` (sha256, hex) '' where the bytes were not read, `facts` null
 * where none were kept.
 */
export interface Row { readonly path: string; readonly problem: string; readonly stamp: Stamp | null; readonly digest: string; readonly facts: Slice | null }
/** Where facts lie: `segment` is the name of a file, which is the digest of its bytes. */
export interface Slice { readonly segment: string; readonly start: number; readonly end: number }

/** All rows in the order of their paths. `key` names what the facts depend on besides the files; `state` names the bytes of all files, '' where not all are known. */
export interface Index {
  readonly key: string;
  readonly state: string;
  readonly paths: readonly string[];
  row(at: number): Row;
  /** True where the file is, as far as its stamp can tell, the one of this row. */
  isSame(at: number, entry: Pick<TreeEntry, 'stamp' | 'problem'>): boolean;
  /** The folders that held the files, those without any included. */
  readonly folders: readonly string[];
  isSameFolder(at: number, stamp: Stamp): boolean;
  /** The same once more for those who look at all of it and keep nothing: paths in one text, a NUL behind each; problems by number of the file; size, modified, changed, inode of each file, then of each folder. */
  readonly pathText: string;
  readonly problems: ReadonlyMap<number, string>;
  readonly stamps: Float64Array;
}

const FORMAT = 'qms-kept@3';
const DIGEST = 32;
const unknown = '0'.repeat(2 * DIGEST);
/** How many numbers a stamp is. */
export const STAMP = 4;
const SLICE = 3;
/** A path cannot hold it. */
const END = '\0';
interface Head { readonly format: string; readonly key: string; readonly state: string; readonly segments: readonly string[]; readonly problems: readonly (readonly [at: number, problem: string])[]; readonly folders: readonly string[]; readonly count: number }

/**
 * An index as bytes: lengths of head and paths, head (JSON), paths, stamps, slices, digests, digest of all that. Each kind stands together, so that it is read and
 * written at one stroke, and only the rows that are asked for are made.
 */
export function encodeIndex(key: string, rows: readonly Row[], folders: readonly TreeFolder[]): Buffer {
  const segments = new Map<string, number>();
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
    if (!segments.has(facts.segment)) segments.set(facts.segment, segments.size);
    slices[at * SLICE] = segments.get(facts.segment) as number;
    slices[at * SLICE + 1] = facts.start;
    slices[at * SLICE + 2] = facts.end;
  }
  for (let at = 0; at < folders.length; at++) put((rows.length + at) * STAMP, (folders[at] as TreeFolder).stamp);
  const [pathBytes, digestBytes] = [Buffer.from(paths), Buffer.from(digests, 'hex')];
  const head: Head = { format: FORMAT, key, state: stateOf(rows, pathBytes, digestBytes), segments: [...segments.keys()], problems, folders: folders.map(({ path }) => path), count: rows.length };
  const headBytes = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32LE(headBytes.length);
  lengths.writeUInt32LE(pathBytes.length, 4);
  const body = Buffer.concat([lengths, headBytes, pathBytes, Buffer.from(stamps.buffer), Buffer.from(slices.buffer), digestBytes]);
  return Buffer.concat([body, hash('sha256', body, 'buffer')]);
}

/** Null for whatever `encodeIndex` of this version did not write, down to the last bit. */
export function decodeIndex(bytes: Buffer | null): Index | null {
  const body = bytes?.subarray(0, -DIGEST);
  if (!bytes || !body || body.length < 8 || !hash('sha256', body, 'buffer').equals(bytes.subarray(-DIGEST))) return null;
  const headEnd = 8 + body.readUInt32LE();
  const head = JSON.parse(body.toString('utf8', 8, headEnd)) as Head;
  if (head.format !== FORMAT) return null;
  let end = headEnd + body.readUInt32LE(4);
  const pathText = body.toString('utf8', headEnd, end);
  const numbers = (count: number): Float64Array => new Float64Array(body.buffer.slice(body.byteOffset + end, body.byteOffset + (end += count * 8)) as ArrayBuffer);
  const stamps = numbers((head.count + head.folders.length) * STAMP);
  const slices = numbers(head.count * SLICE);
  const problems = new Map(head.problems);
  let paths: readonly string[] | undefined;
  let digests: string | undefined;
  const has = (at: number, stamp: Stamp | undefined): boolean => stamp !== undefined && stamp.trusted
    && stamps[at] === stamp.size && stamps[at + 1] === stamp.modified && stamps[at + 2] === stamp.changed && stamps[at + 3] === stamp.inode;
  const stampAt = (at: number): Stamp | null => {
    const size = stamps[at] as number;
    return Number.isNaN(size) ? null : { size, modified: stamps[at + 1] as number, changed: stamps[at + 2] as number, inode: stamps[at + 3] as number, trusted: true };
  };
  const sliceAt = (at: number): Slice | null => {
    const segment = head.segments[slices[at] as number];
    return segment === undefined ? null : { segment, start: slices[at + 1] as number, end: slices[at + 2] as number };
  };
  return {
    key: head.key, state: head.state, folders: head.folders, pathText, problems, stamps,
    get paths() { return paths ??= pathText.split(END).slice(0, -1); },
    isSame: (at, { stamp, problem }) => (problem ?? '') === (problems.get(at) ?? '') && (problem !== undefined || has(at * STAMP, stamp)),
    isSameFolder: (at, stamp) => has((head.count + at) * STAMP, stamp),
    row(at) {
      digests ??= body.toString('hex', end);
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
