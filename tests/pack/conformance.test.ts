import { describe, expect, test } from 'vitest';
import { asFolder, bytesOf, hash, judgePack, makeBag, manifestOf, withTagManifests, type Files } from './bags.ts';

type Verdict = 'valid' | 'warning' | 'invalid';
/** `from`: the kind's name in the Library of Congress's conformance suite. The bags are our own. `code` is what must be said of it. */
interface Case { readonly from: string; readonly verdict: Verdict; readonly bag: Files; readonly code?: string }

const hello: Files = { 'hello.txt': 'hello\n', 'a/b.txt': 'deep\n' };
const old = { version: '0.97', algorithms: ['md5'] } as const;
const oldBag = (payload: Files = hello): Record<string, string | Uint8Array> => makeBag(payload, old);
/** A bag with another payload manifest, tag manifests made to fit. */
const withManifest = (bag: Files, text: string, algorithm = 'md5'): Files => withTagManifests({ ...bag, [`manifest-${algorithm}.txt`]: text }, [algorithm]);
const line = (path: string, content: string, algorithm = 'md5'): string => `${hash(algorithm, content)}  ${path}\n`;
const plusLine = (path: string): Files => withManifest(oldBag(), `${manifestOf({ 'data/hello.txt': 'hello\n', 'data/a/b.txt': 'deep\n' }, 'md5')}${line(path, 'x')}`);
const plusFetch = (path: string): Files => withTagManifests({ ...oldBag(), 'fetch.txt': `https://example.org/x - ${path}\n` }, ['md5']);
const withTag = (bag: Files, path: string, content: string | Uint8Array, algorithm = 'md5'): Files => withTagManifests({ ...bag, [path]: content }, [algorithm]);
const without = (bag: Files, path: string): Files => Object.fromEntries(Object.entries(bag).filter(([one]) => one !== path));
const utf16 = (text: string): Uint8Array => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
/** Its tag files in UTF-16, bagit.txt aside, which is UTF-8 always. */
function inUtf16(bag: Files): Files {
  const wide = { ...bag, 'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-16\n', 'bag-info.txt': utf16('Contact-Name: \u738b\n'), 'manifest-md5.txt': utf16(String(bag['manifest-md5.txt'])) };
  return { ...wide, 'tagmanifest-md5.txt': utf16(String(withTagManifests(wide, ['md5'])['tagmanifest-md5.txt'])) };
}
const nfc = 'N\u00fcrnberg.txt';
const nfd = nfc.normalize('NFD');

const valid: readonly (readonly [string, Files])[] = [
  ...['0.93', '0.94', '0.95', '0.96', '0.97'].flatMap((version): [string, Files][] => [
    [`v${version}/valid/basic-bag`, makeBag(hello, { version, algorithms: ['md5'] })],
    [`v${version}/valid/duplicate-metadata-entries`, withTag(makeBag(hello, { version, algorithms: ['md5'] }), 'bag-info.txt', 'Contact-Name: A\nContact-Name: B\nExternal-Description: long\n  and longer\n')],
  ]),
  ['v0.93/valid/package-info', makeBag(hello, { version: '0.93', algorithms: ['md5'], tags: { 'package-info.txt': 'Payload-Oxum: 11.2\n' } })],
  ...['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].map((algorithm): [string, Files] => [`v0.97/valid/basic-bag-${algorithm}`, makeBag(hello, { version: '0.97', algorithms: [algorithm] })]),
  ['v0.97/valid/several manifests, each with a part', withManifest({ ...oldBag(), 'manifest-sha1.txt': line('data/hello.txt', 'hello\n', 'sha1') }, line('data/a/b.txt', 'deep\n'))],
  ['v0.97/valid/minimal-bag', { 'bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n', 'manifest-md5.txt': line('data/x', ''), 'data/x': '' }],
  ['v0.97/valid/bag-in-a-bag', oldBag({ 'inner/bagit.txt': 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n', 'inner/manifest-md5.txt': line('data/x', 'x'), 'inner/data/x': 'x' })],
  ['v0.97/valid/bag-with-space', oldBag({ 'two words.txt': 'x' })],
  ['v0.97/valid/bag-with-encoded-names', oldBag({ 'hello%20world.txt': 'x', '100%.txt': 'y' })],
  ['v0.97/valid/bag-with-escapable-characters', oldBag({ "it's & <that> {x}.txt": 'x' })],
  ['v0.97/valid/line ends in names, written as percent', withManifest(oldBag({ 'two\nlines\r.txt': 'x' }), line('data/two%0Alines%0d.txt', 'x'))],
  ['v0.97/valid/holey-bag, filled', plusFetch('data/hello.txt')],
  ['v0.97/valid/local-fetch, filled', withTagManifests({ ...oldBag(), 'fetch.txt': 'file:///srv/hello.txt 6 data/hello.txt\n' }, ['md5'])],
  ['v0.97/valid/uncommon-metadata-separators', withTag(oldBag(), 'bag-info.txt', 'Contact-Name : A\nOther\t:\tB\nThird:C\n')],
  ['v0.97/valid/UTF-16-encoded-tag-files', inUtf16(oldBag())],
  ['v0.97/valid/ISO-8859-1-encoded-tag-files', withTag(makeBag(hello, { ...old, encoding: 'ISO-8859-1' }), 'bag-info.txt', Buffer.from('Contact-Name: J\u00fcrgen\n', 'latin1'))],
  ['v0.97/valid/CR LF', withManifest({ ...oldBag(), 'bagit.txt': 'BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n' }, `${line('data/hello.txt', 'hello\n').trim()}\r\n${line('data/a/b.txt', 'deep\n').trim()}\r\n`)],
  ['v1.0/valid/basicBag', makeBag(hello)],
  ['v1.0/valid/two algorithms', makeBag(hello, { algorithms: ['sha256', 'sha512'] })],
  ['v1.0/valid/percent in a name', withManifest(makeBag({ 'a%0Ab.txt': 'x' }), line('data/a%250Ab.txt', 'x', 'sha512'), 'sha512')],
  ['v1.0/valid/capitals in digests', withManifest(makeBag({ 'x.txt': 'x' }), `${hash('sha512', 'x').toUpperCase()} data/x.txt\n`, 'sha512')],
];

const warning: readonly (readonly [string, Files, string])[] = [
  ['v0.97/valid/bag-with-leading-dot-slash-in-manifest', withManifest(oldBag(), `${line('./data/hello.txt', 'hello\n')}${line('data/a/b.txt', 'deep\n')}`), 'pack/odd-manifest'],
  ['v0.97/warning/relative-path', withManifest(oldBag(), `${line('data/./hello.txt', 'hello\n')}${line('./data/a/b.txt', 'deep\n')}`), 'pack/odd-manifest'],
  ['v0.97/warning/made-with-md5sum-tools', withManifest(oldBag(), `${hash('md5', 'hello\n')} *./data/hello.txt\n${hash('md5', 'deep\n')} *./data/a/b.txt\n`), 'pack/odd-manifest'],
  ['v0.97/warning/escaped by md5sum', withManifest(oldBag({ 'a\\b.txt': 'x' }), `\\${hash('md5', 'x')}  data/a\\\\b.txt\n`), 'pack/odd-manifest'],
  ['v0.97/warning/same-filename-listed-twice-with-the-same-hash', withManifest(oldBag(), `${manifestOf({ 'data/hello.txt': 'hello\n', 'data/a/b.txt': 'deep\n' }, 'md5')}${line('data/hello.txt', 'hello\n')}`), 'pack/odd-manifest'],
  ['v0.97/warning/duplicate-file-with-different-case', oldBag({ 'hello.txt': 'x', 'Hello.txt': 'y' }), 'pack/near-twins'],
  ['v0.97/warning/same-filename-listed-twice-with-different-normalization', oldBag({ [nfc]: 'x', [nfd]: 'y' }), 'pack/near-twins'],
  ['v0.97/warning/filename-normalization', withManifest(oldBag({ [nfc]: 'x' }), line(`data/${nfd}`, 'x')), 'pack/name-form'],
  ['v0.97/darwin-only/precomposed-character-in-filename', withManifest(oldBag({ [nfd]: 'x' }), line(`data/${nfc}`, 'x')), 'pack/name-form'],
  ['v0.97/warning/special-system-files', oldBag({ '.DS_Store': 'x', 'Thumbs.db': 'y', 'a.txt': 'z' }), 'pack/system-file'],
  ['v1.0/warning/unknown algorithm beside a known one', withTagManifests({ ...makeBag(hello), 'manifest-blake9.txt': 'abc  data/hello.txt\n' }, ['sha512']), 'pack/unknown-algorithm'],
];

const invalid: readonly (readonly [string, Files, string])[] = [
  ['v0.97/invalid/baginfo-missing-encoding', withTag(oldBag(), 'bagit.txt', 'BagIt-Version: 0.97\n'), 'pack/bad-declaration'],
  ['v0.97/invalid/bom-in-bagit.txt', withTag(oldBag(), 'bagit.txt', '\ufeffBagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n'), 'pack/bad-declaration'],
  ['v0.97/invalid/invalid-version-number', withTag(oldBag(), 'bagit.txt', 'BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n'), 'pack/bad-declaration'],
  ['v0.97/invalid/unknown version', withTag(oldBag(), 'bagit.txt', 'BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n'), 'pack/bad-declaration'],
  ...['0.97', '1.0'].map((version): [string, Files, string] => [`v${version}/invalid/bagit-with-invalid-whitespace`, withTag(oldBag(), 'bagit.txt', `BagIt-Version : ${version}\nTag-File-Character-Encoding : UTF-8\n`), 'pack/bad-declaration']),
  ['v0.97/invalid/a third line in bagit.txt', withTag(oldBag(), 'bagit.txt', 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\nMore: 1\n'), 'pack/bad-declaration'],
  ['v0.97/invalid/missing-bagit.txt', without(oldBag(), 'bagit.txt'), 'pack/no-bag'],
  ['v0.97/invalid/no payload manifest', without(withTagManifests(without(oldBag(), 'manifest-md5.txt'), ['md5']), 'x'), 'pack/no-bag'],
  ['v0.97/invalid/missing-baginfo', without(oldBag(), 'bag-info.txt'), 'pack/missing'],
  ['v0.97/invalid/missing file', without(oldBag(), 'data/hello.txt'), 'pack/missing'],
  ['v0.97/invalid/corrupt-data-file', { ...oldBag(), 'data/hello.txt': 'hellO\n' }, 'pack/altered'],
  ['v0.97/invalid/corrupt-tag-file', { ...oldBag(), 'bag-info.txt': 'Contact-Name: B\n' }, 'pack/altered'],
  ['v0.97/invalid/extra-file-in-bag', { ...oldBag(), 'data/bar': 'x' }, 'pack/added'],
  ['v0.97/invalid/same-filename-listed-twice-with-different-hashes', withManifest(oldBag(), `${manifestOf({ 'data/hello.txt': 'hello\n', 'data/a/b.txt': 'deep\n' }, 'md5')}${line('data/hello.txt', 'other')}`), 'pack/bad-manifest'],
  ['v1.0/invalid/same-filename-listed-twice-with-different-hashes', withManifest(makeBag({ 'x.txt': 'x' }), `${line('data/x.txt', 'x', 'sha512')}${line('data/x.txt', 'y', 'sha512')}`, 'sha512'), 'pack/bad-manifest'],
  ['v1.0/invalid/listed twice with the same digest', withManifest(makeBag({ 'x.txt': 'x' }), `${line('data/x.txt', 'x', 'sha512')}${line('data/x.txt', 'x', 'sha512')}`, 'sha512'), 'pack/bad-manifest'],
  ['v1.0/invalid/missing-from-manifest', withTagManifests({ ...makeBag(hello, { algorithms: ['sha256', 'sha512'] }), 'manifest-sha256.txt': line('data/hello.txt', 'hello\n', 'sha256') }, ['sha512']), 'pack/unlisted'],
  ['v1.0/invalid/manifests that disagree', withTagManifests({ ...makeBag({ 'x.txt': 'x' }, { algorithms: ['sha256', 'sha512'] }), 'manifest-sha256.txt': line('data/x.txt', 'y', 'sha256') }, ['sha512']), 'pack/bad-manifest'],
  ['v0.97/invalid/out-of-scope-file-paths-using-dot-notation', plusLine('data/../../README.md'), 'pack/traversal'],
  ['v0.97/invalid/out-of-scope-file-paths-using-dot-notation, one step', plusLine('./README.md'), 'pack/bad-manifest'],
  ['v0.97/invalid/out-of-scope-file-paths-using-dot-notation-for-fetch', plusFetch('data/../../README.md'), 'pack/traversal'],
  ...([['absolute-path', '/tmp/foo'], ['shortcut', '~/foo'], ['shortcut-username', '~root/foo']] as const).flatMap(([name, path]): [string, Files, string][] => [
    [`v0.97/linux-only/out-of-scope-file-paths-using-${name}`, plusLine(path), 'pack/traversal'],
    [`v0.97/linux-only/out-of-scope-file-paths-using-${name}-for-fetch`, plusFetch(path), 'pack/traversal'],
  ]),
  ...([['absolute-path', 'C:\\Windows\\System32\\x.exe', 'pack/traversal'], ['unc', '\\\\?\\UNC\\server\\share\\x.exe', 'pack/traversal'], ['shortcut', '%HomeDrive%\\Windows\\x.exe', undefined]] as const).flatMap(([name, path, code]): [string, Files, string][] => [
    [`v0.97/windows-only/out-of-scope-file-paths-using-${name}`, plusLine(path), code ?? 'pack/bad-manifest'],
    [`v0.97/windows-only/out-of-scope-file-paths-using-${name}-for-fetch`, plusFetch(path), code ?? 'pack/bad-fetch'],
  ]),
  ['v0.97/invalid/holey-bag, not filled', withTagManifests({ ...without(oldBag(), 'data/hello.txt'), 'fetch.txt': 'https://example.org/x 6 data/hello.txt\n' }, ['md5']), 'pack/not-fetched'],
  ['v1.0/invalid/fetched and not listed', withTagManifests({ ...makeBag(hello), 'fetch.txt': 'https://example.org/x 6 data/other.txt\n' }, ['sha512']), 'pack/not-fetched'],
  ['v0.97/invalid/fetch.txt that is none', withTagManifests({ ...oldBag(), 'fetch.txt': 'nothing of the kind\n' }, ['md5']), 'pack/bad-fetch'],
  ['v0.97/invalid/Payload-Oxum', withTag(oldBag(), 'bag-info.txt', 'Payload-Oxum: 11.3\n'), 'pack/oxum'],
  ['v0.97/invalid/Payload-Oxum that is none', withTag(oldBag(), 'bag-info.txt', 'Payload-Oxum: many\n'), 'pack/oxum'],
  ['v0.97/invalid/backslashes for folders', withManifest(oldBag(), `${line('data\\a\\b.txt', 'deep\n')}${line('data/hello.txt', 'hello\n')}`), 'pack/bad-manifest'],
  ['v0.97/invalid/digest of another length', withManifest(oldBag(), `abc  data/hello.txt\n${line('data/a/b.txt', 'deep\n')}`), 'pack/bad-manifest'],
  ['v0.97/invalid/tag manifest in a tag manifest', withTagManifests({ ...oldBag(), 'tagmanifest-md5.txt': '' }, []), 'pack/bad-manifest'],
  ['v0.97/invalid/metadata without label', withTag(oldBag(), 'bag-info.txt', 'no label here\n'), 'pack/bad-info'],
  ['v0.97/invalid/tag file in another encoding', withTag(oldBag(), 'bag-info.txt', Buffer.from('Contact-Name: J\u00fcrgen\n', 'latin1')), 'pack/bad-manifest'],
];

const cases: readonly Case[] = [
  ...valid.map(([from, bag]): Case => ({ from, bag, verdict: 'valid' })),
  ...warning.map(([from, bag, code]): Case => ({ from, bag, code, verdict: 'warning' })),
  ...invalid.map(([from, bag, code]): Case => ({ from, bag: from.includes('tag manifest in a') ? { ...bag, 'tagmanifest-md5.txt': line('tagmanifest-md5.txt', 'x') } : bag, code, verdict: 'invalid' })),
];

describe('every kind of bag of the conformance suite', () => {
  test.each(cases)('$from: $verdict', ({ bag, verdict, code }) => {
    const found = judgePack(asFolder(bag));
    const worst = found.some(({ severity }) => severity === 'error') ? 'invalid' : found.some(({ severity }) => severity === 'warning') ? 'warning' : 'valid';
    expect([worst, found.filter(({ severity }) => severity !== 'info').map((one) => one.code)]).toEqual([verdict, code === undefined ? [] : expect.arrayContaining([code])]);
  });
  test('are all of them', () => expect(cases.length).toBeGreaterThanOrEqual(60));
  test('need a payload folder, which a folder alone can show', () => {
    const bag = { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'manifest-sha512.txt': '' };
    expect(judgePack(asFolder(bag)).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(judgePack(asFolder(bag, [])).map(({ code }) => code)).toContain('pack/no-bag');
  });
  test('are told apart by bytes, not by luck: one byte of any listed file turned makes a valid bag invalid', () => {
    for (const [, bag] of valid.slice(-6)) {
      for (const path of Object.keys(bag).filter((one) => one.startsWith('data/') && bytesOf(bag[one] as string).length > 0)) {
        const bytes = Buffer.from(bytesOf(bag[path] as string));
        bytes[0] = (bytes[0] as number) ^ 1;
        expect(judgePack(asFolder({ ...bag, [path]: bytes })).some(({ code, at }) => code === 'pack/altered' && at.path === path)).toBe(true);
      }
    }
  });
});
