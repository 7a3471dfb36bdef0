import { inflateSync } from 'fflate';

/** A file inside an archive, not unpacked yet. `size` is what the archive claims. */
export interface ZipEntry { readonly name: string; readonly size: number; readonly packed: number; readonly method: number; readonly encrypted: boolean; readonly at: number }
export type ZipFault = 'truncated' | 'encrypted' | 'too-many' | 'too-large' | 'twice' | 'path' | 'method' | 'damaged';

const MAX_ENTRIES = 500;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** What an archive says it holds; a fault where it is cut off, locked, or built to deceive. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array, mostBytes: number): readonly ZipEntry[] | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return 'truncated';
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return 'too-many';
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) return 'truncated';
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)), size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1, at: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extra + comment;
  }
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
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

/** Where the end record stands: within the last 64 KB, for a comment may follow it. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}
