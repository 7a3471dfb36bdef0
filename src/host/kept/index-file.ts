import { hash } from 'node:crypto';
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
  problemAt(at: number): string;
  /** The folders that held the files, those without any included. */
  readonly folders: readonly string[];
  isSameFolder(at: number, stamp: Stamp): boolean;
}

const FORMAT = 'qms-kept@2';
const DIGEST = 32;
const none = Buffer.alloc(DIGEST);
const NUMBERS = 7; // size, modified, changed, inode; segment, start, end
interface Head { readonly format: string; readonly key: string; readonly state: string; readonly segments: readonly string[]; readonly paths: readonly string[]; readonly problems: readonly (readonly [at: number, problem: string])[]; readonly folders: readonly string[] }

/** An index as bytes: length of the head, head (JSON), numbers, digests, digest of all that. Numbers stand apart from words, so that only the rows that are asked for are made. */
export function encodeIndex(key: string, rows: readonly Row[], folders: readonly TreeFolder[]): Buffer {
  const segments = [...new Set(rows.flatMap(({ facts }) => (facts ? [facts.segment] : [])))];
  const numberOf = new Map(segments.map((name, at) => [name, at]));
  const head: Head = { format: FORMAT, key, state: stateOf(rows), segments, paths: rows.map(({ path }) => path), folders: folders.map(({ path }) => path), problems: rows.flatMap(({ problem }, at) => (problem ? [[at, problem] as const] : [])) };
  const words = Buffer.from(JSON.stringify(head));
  const numbers = new Float64Array((rows.length + folders.length) * NUMBERS);
  const digests = Buffer.alloc(rows.length * DIGEST);
  for (const [at, { stamp }] of [...rows, ...folders].entries()) numbers.set(stamp?.trusted ? [stamp.size, stamp.modified, stamp.changed, stamp.inode] : [NaN, NaN, NaN, NaN], at * NUMBERS);
  for (const [at, { digest, facts }] of rows.entries()) {
    numbers.set(facts ? [numberOf.get(facts.segment) as number, facts.start, facts.end] : [-1, 0, 0], at * NUMBERS + 4);
    if (digest) digests.write(digest, at * DIGEST, 'hex');
  }
  const length = Buffer.alloc(4);
  length.writeUInt32LE(words.length);
  const body = Buffer.concat([length, words, Buffer.from(numbers.buffer), digests]);
  return Buffer.concat([body, hash('sha256', body, 'buffer')]);
}

/** Null for whatever `encodeIndex` of this version did not write, down to the last bit. */
export function decodeIndex(bytes: Buffer | null): Index | null {
  const body = bytes?.subarray(0, -DIGEST);
  if (!bytes || !body || body.length < 4 || !hash('sha256', body, 'buffer').equals(bytes.subarray(-DIGEST))) return null;
  const end = 4 + body.readUInt32LE();
  const head = JSON.parse(body.toString('utf8', 4, end)) as Head;
  if (head.format !== FORMAT) return null;
  const from = body.byteOffset + end;
  const numbers = new Float64Array(body.buffer.slice(from, from + (head.paths.length + head.folders.length) * NUMBERS * 8) as ArrayBuffer);
  const digests = body.subarray(end + numbers.byteLength);
  const problemOf = new Map(head.problems);
  const number = (at: number, which: number): number => numbers[at * NUMBERS + which] as number;
  const has = (at: number, stamp: Stamp | undefined): boolean => stamp !== undefined && stamp.trusted
    && number(at, 0) === stamp.size && number(at, 1) === stamp.modified && number(at, 2) === stamp.changed && number(at, 3) === stamp.inode;
  return {
    key: head.key, state: head.state, paths: head.paths, folders: head.folders,
    isSame: (at, { stamp, problem }) => (problem ?? '') === (problemOf.get(at) ?? '') && (problem !== undefined || has(at, stamp)),
    problemAt: (at) => problemOf.get(at) ?? '',
    isSameFolder: (at, stamp) => has(head.paths.length + at, stamp),
    row(at) {
      const digest = digests.subarray(at * DIGEST, (at + 1) * DIGEST);
      const segment = head.segments[number(at, 4)];
      return {
        path: head.paths[at] as string, problem: problemOf.get(at) ?? '',
        stamp: Number.isNaN(number(at, 0)) ? null : { size: number(at, 0), modified: number(at, 1), changed: number(at, 2), inode: number(at, 3), trusted: true },
        digest: digest.equals(none) ? '' : digest.toString('hex'),
        facts: segment === undefined ? null : { segment, start: number(at, 5), end: number(at, 6) },
      };
    },
  };
}

/** A name for the bytes of all files; '' where one is known by neither digest nor stamp. What was not read stands in by its stamp. */
function stateOf(rows: readonly Row[]): string {
  if (rows.some(({ problem, digest, stamp }) => !problem && !digest && !stamp)) return '';
  return hash('sha256', JSON.stringify(rows.map(({ path, problem, digest, stamp }) => [path, problem, digest || stamp])), 'hex');
}
