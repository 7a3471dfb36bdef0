import { compareCodePoints } from '#model/diagnostic.ts';

/** A file to be stored in an archive: its bytes come in pieces, their number and CRC-32 are known before the first. */
export interface ZipFile { readonly name: string; readonly size: number; readonly crc: number; readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> }

/** What the directory of an archive says of a file. `offset` is that of its local header, `time` the day as DOS writes it. */
export interface ZipRecord { readonly name: string; readonly size: number; readonly crc: number; readonly offset: number; readonly time: number }

const STORED = 0;
const UTF8_NAME = 1 << 11;
const MADE_BY_UNIX = 3 << 8;
const MODE = (0o100644 << 16) >>> 0;
/** Larger numbers stand in fields of 64 bits, and 0xffffffff (0xffff) where they would stand otherwise. */
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;

/**
 * An archive as its bytes, piece by piece, the same for the same files on any machine: stored and not deflated (deflate differs between builds of zlib), one mode,
 * one day, names in UTF-8 that say so, no extra fields but those of 64 bits, and those only where 32 do not do (APPNOTE 6.3.10, 4.3 and 4.5.3).
 * The files lie in the order given, the directory is in bytewise order of names.
 */
export async function* zip(files: Iterable<ZipFile> | AsyncIterable<ZipFile>, day: string): AsyncGenerator<Uint8Array> {
  const records: ZipRecord[] = [];
  let offset = 0;
  for await (const { pieces, ...file } of files) {
    const record = { ...file, offset, time: dosDay(day) };
    const header = localHeader(record);
    yield header;
    for await (const piece of pieces) yield piece;
    records.push(record);
    offset += header.length + file.size;
  }
  yield directory(records, offset);
}

/** A day (YYYY-MM-DD) as DOS writes it, its midnight; DOS knows no zone, and no day before 1980 or after 2107. */
export function dosDay(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return (((Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | date) << 16) >>> 0;
}

/** What stands before a file's bytes. */
export function localHeader({ name, size, crc, time }: ZipRecord): Buffer {
  const long = size >= MOST_32 ? longField([size, size]) : Buffer.alloc(0);
  const path = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(versionFor(long), 4);
  writeCommon(head, 6, { time, crc, size, path, long });
  return Buffer.concat([head, path, long]);
}

/** The directory that ends an archive; it begins at `offset`. */
export function directory(records: readonly ZipRecord[], offset: number): Buffer {
  const entries = records.toSorted((a, b) => compareCodePoints(a.name, b.name)).map(directoryEntry);
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  const isLong = records.length >= MOST_16 || size >= MOST_32 || offset >= MOST_32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(records.length, MOST_16), 8);
  end.writeUInt16LE(Math.min(records.length, MOST_16), 10);
  end.writeUInt32LE(Math.min(size, MOST_32), 12);
  end.writeUInt32LE(Math.min(offset, MOST_32), 16);
  return Buffer.concat([...entries, ...(isLong ? [longEnd(records.length, size, offset)] : []), end]);
}

function directoryEntry({ name, size, crc, offset, time }: ZipRecord): Buffer {
  const wide = [...(size >= MOST_32 ? [size, size] : []), ...(offset >= MOST_32 ? [offset] : [])];
  const long = wide.length > 0 ? longField(wide) : Buffer.alloc(0);
  const path = Buffer.from(name, 'utf8');
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(MADE_BY_UNIX | versionFor(long), 4);
  head.writeUInt16LE(versionFor(long), 6);
  writeCommon(head, 8, { time, crc, size, path, long });
  head.writeUInt32LE(MODE, 38);
  head.writeUInt32LE(Math.min(offset, MOST_32), 42);
  return Buffer.concat([head, path, long]);
}

/** The fields that local header and directory have in common, in the same order. */
function writeCommon(head: Buffer, at: number, { time, crc, size, path, long }: Pick<ZipRecord, 'time' | 'crc' | 'size'> & { path: Buffer; long: Buffer }): void {
  head.writeUInt16LE(UTF8_NAME, at);
  head.writeUInt16LE(STORED, at + 2);
  head.writeUInt32LE(time, at + 4);
  head.writeUInt32LE(crc, at + 8);
  head.writeUInt32LE(Math.min(size, MOST_32), at + 12);
  head.writeUInt32LE(Math.min(size, MOST_32), at + 16);
  head.writeUInt16LE(path.length, at + 20);
  head.writeUInt16LE(long.length, at + 22);
}

function versionFor(long: Buffer): number {
  return long.length > 0 ? 45 : 20;
}

function longField(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(0x0001, 0);
  field.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return field;
}

/** The end of a directory in 64 bits, and the record that says where it stands. */
function longEnd(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(MADE_BY_UNIX | 45, 12);
  end.writeUInt16LE(45, 14);
  for (const [at, value] of [[24, count], [32, count], [40, size], [48, offset]] as const) end.writeBigUInt64LE(BigInt(value), at);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([end, locator]);
}
