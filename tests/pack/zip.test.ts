import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { wholeOf } from '#pack/container.ts';
import { zipContainer } from '#pack/zip/container.ts';
import { asZip, bytesOf, judgePack, makeBag, told } from './bags.ts';
import { entriesOf, zipOf, type Archive, type Entry } from './zips.ts';

const bag = makeBag({ 'hello.txt': 'hello\n', 'long.txt': 'x'.repeat(3 * 1024 * 1024) });
const entries = entriesOf(bag);
const last = entries.length - 1;
/** The bag with entries changed by name, others added behind. */
const zipped = (changes: Readonly<Record<string, Partial<Entry>>>, more: readonly Entry[] = [], archive: Archive = {}): string[] =>
  told(judgePack(asZip(zipOf([...entries.map((entry) => ({ ...entry, ...changes[String(entry.name).slice(5)] })), ...more], archive))));
const hello = 'data/hello.txt';
const stray = Buffer.from('hidden');

describe('a zip is read and not unpacked', () => {
  test('stored, deflated, with sizes behind the data, with folders, with zip64, with a comment', () => {
    expect(zipped({})).toEqual([]);
    expect(zipped({ [hello]: { deflate: true }, 'data/long.txt': { deflate: true, name: 'pack/data/long.txt' } }).filter((one) => !one.startsWith('pack/bomb'))).toEqual([]);
    expect(zipped({ [hello]: { follows: true, descriptor: Buffer.alloc(16) } })).toEqual([]);
    expect(zipped({}, [{ name: 'pack/empty/', mode: 0o040755 }])).toEqual([]);
    expect(zipped({}, [], { zip64: true, comment: 'handed over in person' })).toEqual([]);
    const foreign = zipSync(Object.fromEntries(Object.entries(bag).map(([path, content]) => [`pack/${path}`, bytesOf(content)])), { level: 0, mtime: '2004-12-31T00:00:00Z' }); // without a time fflate asks the clock once for each of the two headers
    expect(told(judgePack(asZip(foreign)))).toEqual([]);
  });
  test('memory holds a piece at a time', () => {
    let most = 0;
    const bytes = zipOf(entries);
    const source = { size: bytes.length, read: (at: number, length: number) => { most = Math.max(most, length); return bytes.subarray(at, at + length); }, close: () => {} };
    expect(told(judgePack(zipContainer(source, 'bag.zip')))).toEqual([]);
    expect(most).toBeLessThanOrEqual(256 * 1024);
  });
});

const deceits: readonly (readonly [string, string, () => string[]])[] = [
  ['not a zip', 'pack/no-bag bag.zip', () => told(judgePack(asZip(Buffer.from('MZ and so on, a program'))))],
  ['empty file', 'pack/no-bag bag.zip', () => told(judgePack(asZip(new Uint8Array())))],
  ['no bag', 'pack/no-bag bag.zip', () => told(judgePack(asZip(zipOf([{ name: 'a/b.txt', content: 'x' }]))))],
  ['cut off', 'pack/truncated bag.zip', () => told(judgePack(asZip(zipOf(entries).subarray(0, 2_000_000))))],
  ['cut off in its last bytes', 'pack/truncated bag.zip', () => told(judgePack(asZip(zipOf(entries).subarray(0, -1))))],
  ['bytes behind the end', 'pack/stray-bytes bag.zip', () => zipped({}, [], { after: stray })],
  ['bytes before the directory', 'pack/stray-bytes bag.zip', () => zipped({}, [], { between: stray })],
  ['bytes between entries', 'pack/stray-bytes bag.zip', () => zipped({ [hello]: { before: stray } })],
  ['an entry that no directory lists', 'pack/stray-bytes bag.zip', () => zipped({ [hello]: { before: zipOf([{ name: 'pack/data/secret.txt', content: 'x' }]).subarray(0, 50) } })],
  ['fewer entries than the end record says', 'pack/truncated bag.zip', () => zipped({}, [], { count: last + 3 })],
  ['another name in the entry itself', `pack/header-mismatch ${hello}`, () => zipped({ [hello]: { localName: 'pack/data/hallo.txt' } })],
  ['another size in the entry itself', `pack/header-mismatch ${hello}`, () => zipped({ [hello]: { localSize: 7 } })],
  ['another sum in the entry itself', `pack/header-mismatch ${hello}`, () => zipped({ [hello]: { localCrc: 7 } })],
  ['another time in the entry itself', `pack/header-mismatch ${hello}`, () => zipped({ [hello]: { localTime: 7 } })],
  ['a second name in an extra field', `pack/header-mismatch ${hello}`, () => zipped({ [hello]: { extra: Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x61]) } })],
  ['no entry where the directory points', `pack/header-mismatch ${hello}`, () => zipped({ [hello]: { at: 3 } })],
  ['encrypted', `pack/unreadable-entry ${hello}`, () => zipped({ [hello]: { flags: 0x801 } })],
  ['packed otherwise', `pack/unreadable-entry ${hello}`, () => zipped({ [hello]: { method: 14 } })],
  ['a device', `pack/unreadable-entry ${hello}`, () => zipped({ [hello]: { mode: 0o020644 } })],
  ['a symbolic link', `pack/symlink ${hello}`, () => zipped({ [hello]: { mode: 0o120777 } })],
  ['a path that climbs', 'pack/traversal ../../evil.txt', () => zipped({}, [{ name: 'pack/../../evil.txt', content: 'x' }])],
  ['an absolute path', 'pack/traversal /etc/evil', () => zipped({}, [{ name: '/etc/evil', content: 'x' }])],
  ['a drive', 'pack/traversal C:/evil.txt', () => zipped({}, [{ name: 'C:/evil.txt', content: 'x' }])],
  ['backslashes', 'pack/bad-name data\\evil.txt', () => zipped({}, [{ name: 'pack/data\\evil.txt', content: 'x' }])],
  ['a device of Windows', 'pack/bad-name data/CON.txt', () => zipped({}, [{ name: 'pack/data/CON.txt', content: 'x' }])],
  ['a line break in a name', 'pack/bad-name data/a\nb', () => zipped({}, [{ name: 'pack/data/a\nb', content: 'x' }])],
  ['a name turned round', 'pack/bad-name data/a\u202etxt.exe', () => zipped({}, [{ name: 'pack/data/a\u202etxt.exe', content: 'x' }])],
  ['a name that is no UTF-8', 'pack/bad-name data/\u00ff', () => zipped({}, [{ name: Buffer.from('pack/data/\u00ff', 'latin1'), content: 'x' }])],
  ['one name twice', `pack/twin-name ${hello}`, () => zipped({}, [{ name: `pack/${hello}`, content: 'other\n' }])],
  ['twins by case', 'pack/twin-name data/hello.txt', () => zipped({}, [{ name: 'pack/data/HELLO.txt', content: 'x' }])],
  ['twins by composition', 'pack/twin-name data/\u00fc', () => zipped({}, [{ name: 'pack/data/\u00fc', content: 'x' }, { name: 'pack/data/u\u0308', content: 'y' }])],
  ['too well packed', 'pack/bomb data/zeros', () => zipped({}, [{ name: 'pack/data/zeros', content: Buffer.alloc(8 * 1024 * 1024), deflate: true }])],
  ['more than it claims', 'pack/bomb data/liar', () => zipped({}, [{ name: 'pack/data/liar', content: 'y'.repeat(5000), deflate: true, size: 10, localSize: 10 }])],
  ['less than it claims', 'pack/truncated data/liar', () => zipped({}, [{ name: 'pack/data/liar', content: 'y'.repeat(50), deflate: true, size: 60, localSize: 60 }])],
  ['stored and larger than its bytes', 'pack/bomb data/liar', () => zipped({}, [{ name: 'pack/data/liar', content: 'yyy', size: 60 }])],
  ['bytes shared by two entries', 'pack/bomb data/hello.txt', () => zipped({}, [{ name: `pack/${hello}`, content: 'hello\n', at: 0 }])],
  ['damaged packed bytes', 'pack/damaged data/x', () => zipped({}, [{ name: 'pack/data/x', content: Buffer.from([0xff, 0xff, 0xff, 0xff]), method: 8 }])],
  ['a wrong sum and the right bytes', `pack/damaged ${hello}`, () => zipped({ [hello]: { crc: 1, localCrc: 1 } })],
];

describe('a zip that would deceive is told of', () => {
  test.each(deceits)('%s: %s', (_, expected, act) => expect(act()).toContain(expected));
  test('a file that is refused is not told a second time as missing', () => {
    expect(zipped({ [hello]: { mode: 0o120777 } })).toEqual([`pack/symlink ${hello}`]);
  });
  test('without a top folder it is read, and that is said', () => {
    expect(told(judgePack(asZip(zipOf(entriesOf(bag).map((entry) => ({ ...entry, name: String(entry.name).slice(5) }))))))).toEqual(['pack/odd-top bag.zip']);
  });
});

test('whatever byte of a zip is changed, either that is told or every file is read as it was', () => {
  const plain = makeBag({ 'hello.txt': 'hello\n', 'more.txt': 'more and more\n' });
  const bytes = zipOf(entriesOf(plain));
  const read = (zip: Uint8Array): string => JSON.stringify(asZip(zip).files.map((file) => [file.path, Buffer.from(wholeOf(file, 1 << 20) ?? []).toString('hex')]));
  const before = read(bytes);
  let told_ = 0;
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ (1 << at % 8);
    const errors = judgePack(asZip(changed)).some(({ severity }) => severity === 'error');
    if (errors) told_ += 1;
    else expect([at, read(changed)]).toEqual([at, before]);
  }
  expect(told_ / bytes.length).toBeGreaterThan(0.8);
});
