import { describe, expect, test } from 'vitest';
import { badName } from '#load/names.ts';
import { faultWords, nameFault, nameFaults, type NameFault } from '#model/file-name.ts';
import { packCodes } from '#pack/codes.ts';
import { judgeNames } from '#pack/entry-names.ts';
import { refusedNames } from '#pack/names.ts';

const faulty: readonly (readonly [string, NameFault])[] = [
  ['/etc/x.md', 'absolute'], ['\\\\server\\x', 'absolute'], ['a/../../x.md', 'parent'], ['..', 'parent'], ['c:x.md', 'drive'], ['~root/x.md', 'home'], ['~x.md', 'home'], ['a\\b.md', 'backslash'], ['a\nb.md', 'control'], ['a\u009b.md', 'control'],
  ['a\u202egnp.md', 'direction'], ['a\u200bb.md', 'direction'], ['con.md', 'device'], ['x/AUX', 'device'], ['com1.md', 'device'], ['com¹.md', 'device'], ['x/lpt³/y.md', 'device'], ['a./b.md', 'ending'], ['a ', 'ending'], ['a?.md', 'character'],
  ['a/b:c.md', 'character'], ['a//b.md', 'empty'], ['', 'empty'], ['-rf.md', 'hyphen'], ['a/-rf/b.md', 'hyphen'], ['a\ufffd.md', 'encoding'], ['a\ud800.md', 'encoding'],
];
const sound = ['a.md', '手册/第一章.md', 'a-b/c.d.md', 'console.md', 'com10.md', 'a~b.md', 'x/~a.md', 'a b.md', '...a'];

describe('one list of what a name should not have', () => {
  test('has an example of each fault here', () => {
    expect([...new Set(faulty.map(([, fault]) => fault))]).toEqual(nameFaults.map(([fault]) => fault));
  });
  test.each(faulty)('%j: %s', (path, fault) => {
    expect(nameFault(path)).toBe(fault);
    expect(faultWords(fault).en).not.toBe('');
  });
  test.each(sound)('%j has none', (path) => {
    expect([nameFault(path), badName(path), refusedNames([path]), judgeNames([path])]).toEqual([null, null, [], []]);
  });
  test.each(faulty)('%j: what is blamed in a pack is refused for a pack, and the check says of the name before it is packed', (path, fault) => {
    const blamed = judgeNames([path]);
    expect(blamed.length).toBe(fault === 'hyphen' || fault === 'encoding' ? 0 : 1);
    for (const { code, message } of blamed) expect(Object.keys(packCodes.find((one) => one.code === code)?.messages ?? {})).toContain(message);
    expect(refusedNames([path]).map((refused) => refused.path)).toEqual([path]);
    expect(badName(path) === null).toBe(fault === 'home');
  });
});
