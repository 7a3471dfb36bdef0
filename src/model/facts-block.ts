import { hash } from 'node:crypto';
import type { FileFacts } from './facts.ts';
import { bodyFacets, type BodyFacet } from './reads.ts';

/** Files whose facts are packed together: so many that a facet of all is read at one stroke, so few that its text is no large object (at 128, packing and reading took half as long again in processor time). */
export const FILES = 64;

/** What stands in a column of its own; the rest of the facts is in the head, for every run needs it. */
export type Column = 'digest' | 'data' | 'raw' | BodyFacet;
const columns: readonly Column[] = ['digest', 'data', 'raw', ...bodyFacets];

/** What the head says of one file. */
export interface FileHead extends Pick<FileFacts, 'path' | 'form' | 'kind' | 'findings' | 'ignores'> { readonly hasData: boolean; readonly hasBody: boolean; readonly hasRaw: boolean }
/** Where a column lies in the block, and the sha256 (hex) of its bytes. An empty one is of a facet that none of the files has. */
export interface Stretch { readonly from: number; readonly to: number; readonly digest: string }
export interface BlockHead { readonly files: readonly FileHead[]; readonly columns: Readonly<Record<Column, Stretch>> }

/** Facts of some files as bytes: the head, `head` bytes long, and behind it a column for each facet. What is wanted is read, nothing else, and nothing that is not whole. */
export interface PackedBlock { readonly bytes: Uint8Array<ArrayBuffer>; readonly head: number; readonly files: number }

type Packed = readonly [...file: readonly [path: string, form: FileFacts['form'], kind: string, has: number, findings: FileFacts['findings'], ignores: FileFacts['ignores']]];
interface PackedHead { readonly files: readonly Packed[]; readonly columns: readonly (readonly [length: number, digest: string])[] }

export function encodeBlock(files: readonly FileFacts[]): PackedBlock {
  const parts = columns.map((column) => {
    const values = files.map((file) => valueOf(file, column) ?? null);
    return Buffer.from(values.some((value) => value !== null) ? JSON.stringify(values) : '');
  });
  const head: PackedHead = {
    files: files.map(({ path, form, kind, data, body, raw, findings, ignores }) => [path, form, kind, (data === null ? 0 : 1) + (body ? 2 : 0) + (raw === undefined ? 0 : 4), findings, ignores]),
    columns: parts.map((part) => [part.length, hash('sha256', part, 'hex')]),
  };
  const first = Buffer.from(JSON.stringify(head));
  const bytes = Buffer.allocUnsafeSlow(first.length + parts.reduce((sum, { length }) => sum + length, 0)); // of its own, so that a thread can hand it over
  let end = 0;
  for (const part of [first, ...parts]) {
    bytes.set(part, end);
    end += part.length;
  }
  return { bytes, head: first.length, files: files.length };
}

export function decodeHead(bytes: Uint8Array): BlockHead {
  const head = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()) as PackedHead;
  let end = bytes.length;
  return {
    files: head.files.map(([path, form, kind, has, findings, ignores]) => ({ path, form, kind, findings, ignores, hasData: (has & 1) !== 0, hasBody: (has & 2) !== 0, hasRaw: (has & 4) !== 0 })),
    columns: Object.fromEntries(columns.map((column, nth) => {
      const [length, digest] = head.columns[nth] as PackedHead['columns'][number];
      return [column, { from: end, to: (end += length), digest }];
    })) as Record<Column, Stretch>,
  };
}

export function valueOf(file: FileFacts, column: Column): unknown {
  return column === 'digest' || column === 'data' || column === 'raw' ? file[column] : file.body?.[column];
}
