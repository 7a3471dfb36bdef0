import type { ByteSource } from './byte-source.ts';

/** An entry as the archive's directory tells of it. `at` is where its own header stands, `name` null when it is no UTF-8. */
export interface ZipRecord {
  readonly name: string | null; readonly rawName: Uint8Array; readonly flags: number; readonly method: number; readonly time: number;
  readonly crc: number; readonly packed: number; readonly size: number; readonly at: number; readonly mode: number; readonly otherName: boolean;
}

/** What the directory says, and where it begins; a fault where it is none or built to deceive. */
export interface ZipDirectory { readonly records: readonly ZipRecord[]; readonly start: number; readonly stray: number }
export type DirectoryFault = 'no-zip' | 'truncated' | 'disks' | 'entries' | 'count';

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** More directory than this is none of ours: 64 MB name half a million files. */
const MAX_DIRECTORY = 64 * 1024 * 1024;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

/** Reads the directory at the end of an archive, zip64 included. `stray`: bytes behind the end record that belong to nothing. */
export function readDirectory(source: ByteSource): ZipDirectory | DirectoryFault {
  const end = findEnd(source);
  if (!end) return source.size >= 4 && viewOf(source.read(0, 4)).getUint32(0, true) === LOCAL ? 'truncated' : 'no-zip';
  const said = sizesAt(source, end.at, end.view);
  if (typeof said === 'string') return said;
  if (said.length > MAX_DIRECTORY) return 'entries';
  if (said.start + said.length !== said.until) return 'truncated';
  const bytes = source.read(said.start, said.length);
  const records: ZipRecord[] = [];
  for (let at = 0; at < bytes.length;) {
    const record = recordAt(bytes, at);
    if (!record) return 'truncated';
    records.push(record.record);
    at = record.next;
  }
  return records.length === said.count ? { records, start: said.start, stray: end.stray } : 'count';
}

/** The last end record whose comment fits into the file; bytes behind the comment are stray. */
function findEnd(source: ByteSource): { at: number; view: DataView; stray: number } | null {
  const length = Math.min(source.size, 22 + FULL16);
  const view = viewOf(source.read(source.size - length, length));
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const stray = view.byteLength - at - 22 - view.getUint16(at + 20, true);
    if (stray >= 0) return { at: source.size - length + at, view: new DataView(view.buffer, view.byteOffset + at, 22), stray };
  }
  return null;
}

interface Sizes { readonly count: number; readonly length: number; readonly start: number; readonly until: number }

function sizesAt(source: ByteSource, at: number, view: DataView): Sizes | DirectoryFault {
  const plain = { count: view.getUint16(10, true), length: view.getUint32(12, true), start: view.getUint32(16, true), until: at };
  const locator = at >= 20 ? viewOf(source.read(at - 20, 20)) : null;
  if (!locator || locator.getUint32(0, true) !== LOCATOR64) {
    return view.getUint16(4, true) !== 0 || view.getUint16(6, true) !== 0 || view.getUint16(8, true) !== plain.count ? 'disks' : plain;
  }
  const at64 = Number(locator.getBigUint64(8, true));
  const end64 = at64 + 56 <= at ? viewOf(source.read(at64, 56)) : null;
  if (!end64 || end64.getUint32(0, true) !== END64) return 'truncated';
  const wide = { count: Number(end64.getBigUint64(32, true)), length: Number(end64.getBigUint64(40, true)), start: Number(end64.getBigUint64(48, true)), until: at64 };
  // Whoever reads the small record must see the same archive as whoever reads the large one.
  const agrees = (small: number, full: number, large: number): boolean => small === full || small === large;
  const same = agrees(plain.count, FULL16, wide.count) && agrees(plain.length, FULL32, wide.length) && agrees(plain.start, FULL32, wide.start);
  return same && end64.getUint32(16, true) === 0 && end64.getUint32(20, true) === 0 ? wide : 'disks';
}

function recordAt(bytes: Uint8Array, at: number): { record: ZipRecord; next: number } | null {
  if (at + 46 > bytes.length) return null;
  const view = viewOf(bytes.subarray(at));
  if (view.getUint32(0, true) !== CENTRAL) return null;
  const [nameLength, extraLength, commentLength] = [view.getUint16(28, true), view.getUint16(30, true), view.getUint16(32, true)];
  const next = at + 46 + nameLength + extraLength + commentLength;
  if (next > bytes.length) return null;
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = viewOf(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
  const wide = fieldOf(extra, 1);
  let offset = 0;
  const large = (value: number): number => {
    if (value !== FULL32 || !wide || offset + 8 > wide.byteLength) return value;
    offset += 8;
    return Number(wide.getBigUint64(offset - 8, true));
  };
  const size = large(view.getUint32(24, true));
  const packed = large(view.getUint32(20, true));
  const header = large(view.getUint32(42, true));
  return {
    next,
    record: {
      name: utf8(rawName), rawName, flags: view.getUint16(8, true), method: view.getUint16(10, true), time: view.getUint32(12, true), crc: view.getUint32(16, true),
      size, packed, at: header, mode: view.getUint8(5) === 3 ? view.getUint16(40, true) : 0, otherName: fieldOf(extra, 0x7075) !== null,
    },
  };
}

/** A part of an entry's extra field by its number. */
function fieldOf(extra: DataView, id: number): DataView | null {
  for (let at = 0; at + 4 <= extra.byteLength;) {
    const length = extra.getUint16(at + 2, true);
    if (extra.getUint16(at, true) === id && at + 4 + length <= extra.byteLength) return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    at += 4 + length;
  }
  return null;
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
