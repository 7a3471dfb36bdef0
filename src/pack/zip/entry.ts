import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import type { ByteSource } from '#model/byte-source.ts';
import { CHUNK, type ReadFault } from '../container.ts';
import { viewOf, type ZipRecord } from '#model/zip-directory.ts';

/** Where an entry's bytes stand: from its header to the end of its data. `mismatch`: what its own header says otherwise than the directory. */
export interface Stretch { readonly from: number; readonly data: number; readonly to: number; readonly mismatch?: Mismatch }
export type Mismatch = 'name' | 'size' | 'sum' | 'method' | 'time' | 'flags' | 'header';

const LOCAL = 0x04034b50;
/** Sizes and sum follow the data instead of standing before them. */
const FOLLOWS = 8;
/** Little at a time: one byte of deflate can stand for a thousand. */
const PACKED_CHUNK = 8 * 1024;

/** Compares an entry's own header with what the directory says of it. */
export function stretchOf(source: ByteSource, record: ZipRecord): Stretch {
  const { at } = record;
  const none = { from: at, data: at, to: at, mismatch: 'header' } as const;
  const head = source.read(at, 30);
  if (head.length < 30) return none;
  const view = viewOf(head);
  if (view.getUint32(0, true) !== LOCAL) return none;
  const [nameLength, extraLength] = [view.getUint16(26, true), view.getUint16(28, true)];
  const name = source.read(at + 30, nameLength);
  const data = at + 30 + nameLength + extraLength;
  const mismatch = mismatchOf(view, name, record);
  return { from: at, data, to: data + record.packed, ...(mismatch ? { mismatch } : {}) };
}

function mismatchOf(view: DataView, name: Uint8Array, record: ZipRecord): Mismatch | null {
  if (!Buffer.from(name).equals(record.rawName)) return 'name';
  if (view.getUint16(6, true) !== record.flags) return 'flags';
  if (view.getUint16(8, true) !== record.method) return 'method';
  if (view.getUint32(10, true) !== record.time) return 'time';
  const [crc, packed, size] = [view.getUint32(14, true), view.getUint32(18, true), view.getUint32(22, true)];
  const later = (record.flags & FOLLOWS) !== 0;
  if (crc !== record.crc && !(later && crc === 0)) return 'sum';
  const fits = (said: number, known: number): boolean => said === known || said === 0xffffffff || (later && said === 0);
  return fits(packed, record.packed) && fits(size, record.size) ? null : 'size';
}

/** The bytes of an entry, never more than it claims; checked against its sum at the end. */
export function* entryChunks(source: ByteSource, record: ZipRecord, stretch: Stretch): Generator<Uint8Array, ReadFault | null> {
  let sum = 0;
  let size = 0;
  try {
    for (const chunk of record.method === 0 ? stored(source, stretch) : inflated(source, stretch)) {
      size += chunk.length;
      if (size > record.size) return 'longer';
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return 'damaged'; // fflate's numbered errors
    throw error;
  }
  return size < record.size ? 'shorter' : sum === record.crc ? null : 'sum';
}

function* stored(source: ByteSource, { data, to }: Stretch): Generator<Uint8Array> {
  for (let at = data; at < to; at += CHUNK) yield source.read(at, Math.min(CHUNK, to - at));
}

function* inflated(source: ByteSource, { data, to }: Stretch): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => { ready.push(chunk); });
  for (let at = data; at < to; at += PACKED_CHUNK) {
    inflate.push(source.read(at, Math.min(PACKED_CHUNK, to - at)), at + PACKED_CHUNK >= to);
    yield* ready;
    ready = [];
  }
}
