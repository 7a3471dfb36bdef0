import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ByteSource } from '#model/byte-source.ts';
import { zip, type ZipFile } from '#pack/zip.ts';
import { stretchOf } from '#pack/zip/entry.ts';
import { readDirectory } from '#model/zip-directory.ts';
import { temporaryFolder } from '../temporary.ts';

const GIB = 2 ** 30;
const nothing = new Uint8Array(64 * 2 ** 20);

/** A file of zeros: its pieces are one and the same. */
function zeros(name: string, size: number): ZipFile {
  return { name, size, crc: 0, pieces: (function* () { for (let left = size; left > 0; left -= nothing.length) yield nothing.subarray(0, Math.min(left, nothing.length)); })() };
}
const short = (name: string): ZipFile => ({ name, size: name.length, crc: crc32(name), pieces: [Buffer.from(name)] });

/** What an archive holds besides zeros, piece by piece with their places, and its length. */
async function sparse(files: readonly ZipFile[]): Promise<{ pieces: { at: number; bytes: Uint8Array }[]; size: number }> {
  const pieces: { at: number; bytes: Uint8Array }[] = [];
  let size = 0;
  for await (const bytes of zip(files, '2004-12-31')) {
    if (bytes.buffer !== nothing.buffer) pieces.push({ at: size, bytes });
    size += bytes.length;
  }
  return { pieces, size };
}

function sourceOf({ pieces, size }: Awaited<ReturnType<typeof sparse>>): ByteSource {
  return {
    size, close: () => {},
    read(at, length) {
      const out = Buffer.alloc(Math.min(length, size - at));
      for (const piece of pieces) if (piece.at < at + out.length && piece.at + piece.bytes.length > at) Buffer.from(piece.bytes).copy(out, Math.max(0, piece.at - at), Math.max(0, at - piece.at));
      return out;
    },
  };
}

const large = (): ZipFile[] => [short('a'), zeros('b', 5 * GIB), zeros('c', 2 ** 32 - 1), short('d')];

test('files of 4 GiB and more, and what lies behind them, are found again', async () => {
  const archive = await sparse(large());
  const source = sourceOf(archive);
  const directory = readDirectory(source);
  if (typeof directory === 'string') throw new Error(directory);
  expect(directory.records.map(({ name, size, packed, at }) => [name, size, packed, at])).toEqual([['a', 1, 1, 0], ['b', 5 * GIB, 5 * GIB, 32], ['c', 2 ** 32 - 1, 2 ** 32 - 1, 5 * GIB + 83], ['d', 1, 1, 5 * GIB + 2 ** 32 - 1 + 134]]);
  const stretches = directory.records.map((record) => stretchOf(source, record));
  expect(stretches.map(({ mismatch }) => mismatch)).toEqual([undefined, undefined, undefined, undefined]);
  expect(stretches.slice(1).map(({ from }, index) => from - (stretches[index] as { to: number }).to)).toEqual([0, 0, 0]);
  expect([directory.start, directory.stray]).toEqual([stretches[3]?.to, 0]);
});

test.for([65_534, 65_535, 66_000])('%i files are counted right', async (count) => {
  const archive = await sparse(Array.from({ length: count }, (_, index) => zeros(String(index), 0)));
  const directory = readDirectory(sourceOf({ ...archive, pieces: archive.pieces.slice(-1) }));
  if (typeof directory === 'string') throw new Error(directory);
  expect(new Set(directory.records.map(({ name }) => name)).size).toBe(count);
  const [tail] = archive.pieces.slice(-1).map(({ bytes }) => Buffer.from(bytes));
  expect(tail?.includes(Buffer.from([0x50, 0x4b, 6, 6]))).toBe(count >= 65_535);
});

const unzip = spawnSync('unzip', ['-v']);
test.skipIf(unzip.error !== undefined)('unzip reads them too', async () => {
  // Not one of 2^32 - 1 bytes: unzip 6.0 takes that size for "see elsewhere" once more, in the entries behind it.
  const archive = await sparse([short('a'), zeros('b', 5 * GIB), short('d'), ...Array.from({ length: 65_535 }, (_, index) => zeros(`e${index}`, 0))]);
  const path = join(temporaryFolder(), 'large.zip');
  const file = openSync(path, 'w');
  ftruncateSync(file, archive.size); // a file with holes: it takes a few megabytes of the disk
  for (const { at, bytes } of archive.pieces) writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
  const listed = execFileSync('unzip', ['-Z', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(listed).toMatch(/^65538 files, 5368709122 bytes uncompressed, 5368709122 bytes compressed/m);
  expect(listed).toMatch(/ 5368709120 bx stor 04-Dec-31 00:00 b$/m);
  expect(execFileSync('unzip', ['-p', path, 'd'], { encoding: 'utf8' })).toBe('d');
});
