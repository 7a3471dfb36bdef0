import { inflateSync } from 'fflate';
import { readDirectory, type DirectoryFault } from '#model/zip-directory.ts';

/** A file inside an archive, not unpacked yet. `size` is what the archive claims. */
export interface ZipEntry { readonly name: string; readonly size: number; readonly packed: number; readonly method: number; readonly at: number }
export type ZipFault = 'truncated' | 'encrypted' | 'too-many' | 'too-large' | 'twice' | 'path' | 'method' | 'damaged';

const MAX_ENTRIES = 500;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const faultOf: Readonly<Record<DirectoryFault, ZipFault>> = { 'no-zip': 'truncated', truncated: 'truncated', disks: 'truncated', count: 'truncated', entries: 'too-many' };

/** What an archive says it holds; a fault where it is cut off, locked, or built to deceive. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array, mostBytes: number): readonly ZipEntry[] | ZipFault {
  const directory = readDirectory({ size: bytes.length, read: (at, length) => bytes.subarray(at, at + length), close: () => {} });
  if (typeof directory === 'string') return faultOf[directory];
  const { records } = directory;
  if (records.length > MAX_ENTRIES) return 'too-many';
  if (records.some(({ flags }) => (flags & ENCRYPTED) !== 0)) return 'encrypted';
  const entries = records.map(({ name, rawName, size, packed, method, at }): ZipEntry => ({ name: name ?? new TextDecoder('latin1').decode(rawName), size, packed, method, at }));
  if (entries.some(({ name }) => /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|\0/.test(name))) return 'path';
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) return 'twice';
  if (entries.some(({ method }) => method !== 0 && method !== 8)) return 'method';
  return entries.reduce((sum, { size }) => sum + size, 0) > mostBytes ? 'too-large' : entries;
}

/** One file unpacked: never more than the archive claimed, whose sum `zipEntries` has judged. */
export function unzipEntry(bytes: Uint8Array, { at, packed, size, method }: ZipEntry): Uint8Array | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return 'truncated';
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > view.byteLength) return 'truncated';
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return packed === size ? data : 'damaged';
  try {
    const out = inflateSync(data, { out: new Uint8Array(size + 1) });
    return out.length === size ? out : 'too-large';
  } catch {
    return 'damaged';
  }
}
