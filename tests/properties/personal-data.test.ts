import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPersonal, halfWidth, type PersonalPattern } from '#model/personal-data.ts';
import { assets } from '../memory.ts';

/** Check sums left out: hardly any number drawn at random has one. */
const personal = assets.words.personal.map((one): PersonalPattern => { const { check, ...pattern } = one; return check === undefined ? one : pattern; });
const withoutNeeds = personal.map((one): PersonalPattern => { const { needs, ...pattern } = one; return needs === undefined ? one : pattern; });
/** Texts that a pattern matches, its looks ahead and behind left out. */
const matching = personal.filter(({ needs }) => needs !== undefined).map(({ pattern }) =>
  fc.stringMatching(new RegExp(pattern.replace(/\(\?<?[!=](?:\[(?:\\.|[^\]])*\]|[^()[\]])*\)/g, '').replaceAll('\\p{Script=Han}', '\\u4e00-\\u9fa5').replace(/\(\?=\[，.*$/, '[，。]'))));
const full = (text: string): string => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

test('what a pattern needs stands in all that it matches, so that the cheap look loses nothing', () => {
  for (const [at, { id, needs }] of personal.filter((one) => one.needs !== undefined).entries()) {
    let found = 0;
    fc.assert(fc.property(matching[at] as fc.Arbitrary<string>, fc.boolean(), (value, wide) => {
      const text = `甲 ${wide ? full(value) : value} 乙`;
      expect([id, halfWidth(text), new RegExp(needs as string, 'u').test(halfWidth(text))]).toEqual([id, halfWidth(text), true]);
      expect(findPersonal(text, personal).map(({ pattern, start, end }) => [pattern.id, start, end])).toEqual(findPersonal(text, withoutNeeds).map(({ pattern, start, end }) => [pattern.id, start, end]));
      found += findPersonal(text, personal).length;
    }), { numRuns: 60 });
    expect([id, found > 0]).toEqual([id, true]);
  }
});
