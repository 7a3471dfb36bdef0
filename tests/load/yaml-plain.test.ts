import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { spoiltTexts } from './spoilt-texts.ts';
import { compareYaml, ourYaml, smallYaml, yamlBits } from './yaml-texts.ts';

const ours = ourYaml();

function tally(texts: Iterable<string>): { equal: number; left: number; different: string[] } {
  const said = [...texts].map(compareYaml);
  return { equal: said.filter((word) => word === 'equal').length, left: said.filter((word) => word === 'left').length, different: said.filter((word) => word !== 'equal' && word !== 'left') };
}

test('our own texts are read plainly, with the same values', () => {
  const { equal, left, different } = tally(ours);
  expect(different).toEqual([]);
  expect(left).toBeLessThan(equal / 10); // templates with gaps to be filled in
});

test('no case of the YAML test suite and no small text is read otherwise than by the general parser', () => {
  const { equal, left, different } = tally(smallYaml);
  expect(different).toEqual([]);
  expect(equal).toBeGreaterThan(30);
  expect(left).toBeGreaterThan(200);
});

test.each(['a', '- - a\n', 'a: b: c\n', 'a: b\n c\n', 'a: 1\na: 2\n', 'a: 007\n', 'a: 1e3\n', 'a: [b: c]\n', '? a\n', 'a: [b\n]\n', '- a:\n  b: c\n', 'a: {b, c: d}\n', 'null: a\n', "a: 'b'c\n", 'a: |\n', 'a:\n- b\n c\n', ...[...'!"#%&\'*,:>?@[]`{|}-'].flatMap((mark) => [`a: ${mark}x\n`, `a: [${mark}x]\n`, `- ${mark} x\n`])])('%j is the same or left', (text) => {
  expect(compareYaml(text)).toMatch(/^(?:equal|left)$/);
});

const words = fc.oneof(fc.string({ maxLength: 12, unit: 'grapheme' }), fc.constantFrom(...yamlBits), fc.constantFrom('true', '12', '4.10', '2004-01-31', '文件控制', 'a b', 'MSGS/QP-01'));
const values = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, words, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z][a-z_-]{0,6}$/), words), tie('value'), { maxKeys: 5 }),
}));

test('whatever a program writes as YAML, in whatever style, is the same or left', () => {
  fc.assert(fc.property(values.map, fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'), fc.boolean(), fc.integer({ min: 1, max: 4 }), (data, style, flow, indent) => {
    const text = stringify(data, { defaultStringType: style, defaultKeyType: 'PLAIN', indent, lineWidth: 0, collectionStyle: flow ? 'flow' : 'block' });
    expect(compareYaml(text)).toMatch(/^(?:equal|left)$/);
  }), { numRuns: 300, seed: 1 });
});

test('spoilt texts: the same values, or left to the general parser (npm run agree tries many more)', () => {
  const { equal, different } = tally(spoiltTexts([...ours.filter(({ length }) => length < 1500), ...smallYaml], yamlBits, 1).take(2000));
  expect(different).toEqual([]);
  expect(equal).toBeGreaterThan(200);
});
