import { crc32, deflateRawSync } from 'node:zlib';
import { bytesOf, type Files } from './bags.ts';

/** How one entry is to be written; what is not said is honest. `local…` is what its own header says otherwise. */
export interface Entry {
  readonly name: string | Uint8Array; readonly content?: string | Uint8Array; readonly deflate?: boolean; readonly mode?: number; readonly flags?: number; readonly method?: number; readonly crc?: number;
  readonly size?: number; readonly localSize?: number; readonly localName?: string; readonly localCrc?: number; readonly extra?: Uint8Array; readonly at?: number; readonly before?: Uint8Array; readonly follows?: boolean; readonly descriptor?: Uint8Array; readonly time?: number; readonly localTime?: number;
}
export interface Archive { readonly between?: Uint8Array; readonly after?: Uint8Array; readonly comment?: string; readonly count?: number; readonly zip64?: boolean }

/** Zip bytes, as honest or as deceitful as asked. */
export function zipOf(entries: readonly Entry[], { between = new Uint8Array(), after = new Uint8Array(), comment = '', count = entries.length, zip64 = false }: Archive = {}): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const push = (bytes: Uint8Array): void => { parts.push(bytes); offset += bytes.length; };
  for (const entry of entries) {
    const content = bytesOf(entry.content ?? '');
    const data = entry.deflate ? deflateRawSync(content) : content;
    const name = bytesOf(entry.name);
    const { flags = 0x800, method = entry.deflate ? 8 : 0, crc = crc32(content), size = content.length, time = 0x00210000, extra = new Uint8Array() } = entry;
    if (entry.before) push(entry.before);
    const at = entry.at ?? offset;
    const follows = entry.follows ? 8 : 0;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(20, 4); local.writeUInt16LE(flags | follows, 6); local.writeUInt16LE(method, 8); local.writeUInt32LE(entry.localTime ?? time, 10);
    local.writeUInt32LE(follows ? 0 : entry.localCrc ?? crc, 14); local.writeUInt32LE(follows ? 0 : data.length, 18); local.writeUInt32LE(follows ? 0 : entry.localSize ?? size, 22);
    const localName = entry.localName === undefined ? name : bytesOf(entry.localName);
    local.writeUInt16LE(localName.length, 26);
    push(local); push(localName); push(data);
    if (entry.descriptor) push(entry.descriptor);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0); central.writeUInt16LE(0x0314, 4); central.writeUInt16LE(20, 6); central.writeUInt16LE(flags | follows, 8); central.writeUInt16LE(method, 10); central.writeUInt32LE(time, 12);
    central.writeUInt32LE(crc, 16); central.writeUInt32LE(data.length, 20); central.writeUInt32LE(size, 24); central.writeUInt16LE(name.length, 28); central.writeUInt16LE(extra.length, 30);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38); central.writeUInt32LE(at, 42);
    directory.push(central, name, extra);
  }
  push(between);
  const start = offset;
  for (const part of directory) push(part);
  const length = offset - start;
  if (zip64) push(end64(count, length, start, offset));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(zip64 ? 0xffff : count, 8); end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : length, 12); end.writeUInt32LE(zip64 ? 0xffffffff : start, 16); end.writeUInt16LE(Buffer.byteLength(comment), 20);
  push(end); push(bytesOf(comment)); push(after);
  return Buffer.concat(parts);
}

function end64(count: number, length: number, start: number, at: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0); bytes.writeBigUInt64LE(44n, 4); bytes.writeBigUInt64LE(BigInt(count), 24); bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(length), 40); bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.writeUInt32LE(0x07064b50, 56); bytes.writeBigUInt64LE(BigInt(at), 64); bytes.writeUInt32LE(1, 72);
  return bytes;
}

/** A bag in one top folder, as entries. */
export function entriesOf(bag: Files, top = 'pack'): Entry[] {
  return Object.keys(bag).sort().map((path) => ({ name: `${top}/${path}`, content: bag[path] as string }));
}
