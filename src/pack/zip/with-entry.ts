import { crc32 } from 'node:zlib';
import type { ByteSource } from '#model/byte-source.ts';
import { CHUNK } from '../container.ts';
import { directory, localHeader, type ZipRecord } from '../zip.ts';
import { readDirectory } from '#model/zip-directory.ts';

/** An archive of ours with one more file behind the others, which stay as they are; null for an archive that `zip` did not write. */
export function withEntry(source: ByteSource, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Iterable<Uint8Array> | null {
  const found = readDirectory(source);
  if (typeof found === 'string') return null;
  const records = found.records.map(({ name: path, size, crc, at, time }): ZipRecord => ({ name: path ?? '', size, crc, offset: at, time }));
  const { start } = found;
  if (!directory(records, start).equals(source.read(start, source.size - start))) return null;
  const record: ZipRecord = { name, size: bytes.length, crc: crc32(bytes), offset: start, time: records[0]?.time ?? 0 };
  const header = localHeader(record);
  return (function* () {
    for (let at = 0; at < start; at += CHUNK) yield source.read(at, Math.min(CHUNK, start - at));
    yield header;
    yield bytes;
    yield directory([...records, record], start + header.length + bytes.length);
  })();
}
