import { describe, expect, test } from 'vitest';
import { document, factsOf, judgeBad, readOnly, witness, witnessed } from './witness.ts';

const register = (rest: string): string => `kind: suppliers\nsuppliers: []\n${rest}`;
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)].join('\n');

const broken: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
  ['bracket that is not closed', register('note: [1, 2\n'), ['load/yaml-syntax a.yaml:4']],
  ['quote that is not closed', register('note: "abc\n'), ['load/yaml-syntax a.yaml:4']],
  ['tab as indentation', register('note:\n\tx: 1\n'), ['load/yaml-syntax a.yaml:4']],
  ['two mappings on one line', register('note: a: b\n'), ['load/yaml-syntax a.yaml:3']],
  ['value that begins with a reserved character', register('note: @x\n'), ['load/yaml-syntax a.yaml:3']],
  ['value that begins with a backquote', register('note: `x`\n'), ['load/yaml-syntax a.yaml:3']],
  ['wrong escape', register('note: "\\q"\n'), ['load/yaml-syntax a.yaml:3']],
  ['list and mapping mixed', register('note:\n  - a\n  b: c\n'), ['load/yaml-syntax a.yaml:5']],
  ['several documents', `${register('')}---\nkind: processes\n`, ['load/yaml-syntax a.yaml:3']],
  ['document after a document end', `${register('')}...\n---\nkind: processes\n`, ['load/yaml-syntax a.yaml:4']],
  ['alias without an anchor', register('note: *nowhere\n'), ['load/yaml-aliases a.yaml:3']],
  ['alias inside its own value', register('note: &n\n  - *n\n'), ['load/yaml-aliases a.yaml:4']],
  ['alias bomb', register(`note:\n${bomb.replace(/^/gm, '  ')}\n`), ['load/yaml-aliases a.yaml:9']],
  ['101 aliases', register(`note:\n  - &x 1\n${'  - *x\n'.repeat(101)}`), ['load/yaml-aliases a.yaml:105']],
  ['large value repeated', register(`note:\n  - &x ${'长'.repeat(20_000)}\n${'  - *x\n'.repeat(60)}`), ['load/yaml-aliases a.yaml:54']],
  ['merge key', register('note: &n {a: 1}\nx-more:\n  <<: *n\n'), ['load/forbidden-key a.yaml:5']],
  ['merge key under YAML 1.1', `%YAML 1.1\n---\n${register('note: {<<: {a: 1}}\n')}`, ['load/forbidden-key a.yaml:5']],
  ['__proto__', register('__proto__: {polluted: yes}\n'), ['load/forbidden-key a.yaml:3']],
  ['__proto__ quoted, deep down', register('note:\n  x: {"__proto__": {polluted: yes}}\n'), ['load/forbidden-key a.yaml:4']],
  ['__proto__ through an alias', register('note: &k __proto__\nx-y:\n  *k : {polluted: yes}\n'), ['load/forbidden-key a.yaml:5']],
  ['list as a key', register('? [a, b]\n: c\n'), ['load/forbidden-key a.yaml:3']],
  ['key written twice', register('note: 1\nnote: 2\n'), ['load/duplicate-key a.yaml:4']],
  ['key written twice with quotes', register('note: {a: 1, "a": 2}\n'), ['load/duplicate-key a.yaml:3']],
  ['tag of a program', register('note: !!js/function "function () {}"\n'), ['load/yaml-tag a.yaml:3']],
  ['tag of an object', register('note: !!python/object/apply:os.system ["id"]\n'), ['load/yaml-tag a.yaml:3']],
  ['tag of our own', register('note: !thing x\n'), ['load/yaml-tag a.yaml:3']],
  ['set', register('note: !!set {a, b}\n'), ['load/yaml-tag a.yaml:3']],
  ['ordered map', register('note: !!omap [a: 1]\n'), ['load/yaml-tag a.yaml:3']],
  ['bytes', register('note: !!binary aGk=\n'), ['load/yaml-tag a.yaml:3']],
  ['10,000 brackets', register(`note: ${'['.repeat(10_000)}\n`), ['load/yaml-depth a.yaml:3']],
  ['10,000 braces, closed', register(`note: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n`), ['load/yaml-depth a.yaml:3']],
  ['100 levels by indentation', register(`note:\n${Array.from({ length: 100 }, (_, level) => `${' '.repeat(level + 1)}a:`).join('\n')}\n`), ['load/yaml-depth a.yaml:67']],
  ['10,000 levels by indentation', register(`note:\n${Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level + 1)}a:`).join('\n')}\n`), ['load/yaml-depth a.yaml:403']],
  ['10,000 dashes', register(`note:\n  ${'- '.repeat(10_000)}a\n`), ['load/yaml-depth a.yaml:4']],
  ['10,000 question marks', register(`note:\n  ${'? '.repeat(10_000)}a\n`), ['load/yaml-depth a.yaml:4']],
  ['10,000 dashes with tabs', register(`note:\n  ${'-\t'.repeat(10_000)}a\n`), ['load/yaml-depth a.yaml:4']],
];

describe('register', () => {
  test.each(broken)('%s', async (_, text, expected) => {
    const { found, others } = await judgeBad('a.yaml', text);
    expect(found).toEqual(expected);
    expect(others).toEqual([witnessed]);
  });
});

describe('front matter', () => {
  test.each(broken.filter(([name]) => !/document|1\.1/.test(name)))('%s', async (_, text, expected) => {
    const { found, others } = await judgeBad('a.md', `---\n${text}---\n# 一\n`);
    expect(found).toEqual(expected.map((place) => place.replace(/(\S+) a\.yaml:(\d+)/, (_whole, code: string, line: string) => `${code} a.md:${Number(line) + 1}`)));
    expect(others).toEqual([witnessed]);
  });
});

describe('qms.yaml itself', () => {
  test.each(broken)('%s', async (_, text) => {
    const found = await readOnly({ ...witness, 'qms.yaml': text.replace('kind: suppliers\nsuppliers: []\n', witness['qms.yaml'] as string) });
    expect(found.some((place) => /^load\/\S+ qms\.yaml:\d+$/.test(place))).toBe(true);
    expect(found).toContain(witnessed);
  });
  test.each([
    ['a word', 'words\n'], ['a list', '- a\n'], ['fields of wrong types', 'kind: workspace\nstandard: iso9001-2000\nlanguage: fr\norganization: 某局\nignore: 5\nschemas: 5\nnumbering: 5\nrules: [a]\nthresholds: {review_months: x}\nbaseline: [1]\n'],
    ['ignore list with numbers', 'kind: workspace\nstandard: iso9001-2000\nlanguage: zh-CN\norganization: 某局\nignore: [1, {a: b}]\nnumbering: {procedure: [1]}\n'],
    ['no standard', 'kind: workspace\nlanguage: zh-CN\norganization: 某局\n'], ['unknown standard', 'kind: workspace\nstandard: iso14001-1996\nlanguage: zh-CN\norganization: 某局\n'],
  ])('%s', async (_, text) => {
    const found = await readOnly({ ...witness, 'qms.yaml': text });
    expect(found.filter((place) => place.includes(' qms.yaml:')).length).toBeGreaterThan(0);
    expect(found).toContain(witnessed);
  });
});

test('what the parser says is told in both languages', async () => {
  const { findings: [finding] } = await judgeBad('a.yaml', register('note: a: b\n'));
  const problem = finding?.args?.['problem'] as { en: string; 'zh-CN': string };
  expect(problem.en).toMatch(/[a-z]/);
  expect(problem['zh-CN']).toMatch(/[\u4e00-\u9fff]/);
});

test('numbers that JSON does not have stay text', async () => {
  const { data } = await factsOf('a.yaml', register('x-more: {a: .inf, b: -.inf, c: .nan, d: -0, e: 1e400}\n'));
  expect(data).toMatchObject({ 'x-more': { a: '.inf', b: '-.inf', c: '.nan', d: '-0', e: '1e400' } });
});

test('aliases within measure are written out', async () => {
  const { data } = await factsOf('a.yaml', register('x-one: &n {a: 1}\nx-more: [*n, *n]\n'));
  expect(data).toMatchObject({ 'x-more': [{ a: 1 }, { a: 1 }] });
});

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

test('much of a good thing is read in time', async () => {
  expect((await judgeBad('a.yaml', register(`x-more:\n${many(30_000, (index) => `  k${index}: 1\n`)}`))).found).toEqual([]);
  expect((await judgeBad('a.yaml', `kind: suppliers\nsuppliers:\n${many(2_000, (index) => `  - {id: s${index}, name: 1, wrong: 2}\n`)}`)).others).toEqual([witnessed]);
  expect((await judgeBad('a.yaml', register(`${'\n'.repeat(49_900)}x-more: 1\n`))).found).toEqual([]);
  expect((await judgeBad('a.md', document('# 一\n', `type: procedure\nid: AB/QP-09\ntitle: 甲\nrevision: A/0\nstatus: draft\nowner: office\nreferences: [${many(20_000, (index) => `AB/QP-${index}, `)}]\n`))).found).toEqual([]);
  expect((await judgeBad('a.yaml', register(`${'x'.repeat(990_000)}: 1\n`))).others).toEqual([witnessed]);
});

test('an error at entry 1 does not hide behind one at entry 10', async () => {
  const entries = Array.from({ length: 11 }, (_, index) => (index === 1 ? '  - {id: s1, name: 5}\n' : index === 10 ? '  - {id: s10, name: 甲, evaluation: {on: 1}}\n' : `  - {id: s${index}, name: 甲}\n`));
  const { found } = await judgeBad('a.yaml', `kind: suppliers\nsuppliers:\n${entries.join('')}`);
  expect(found.filter((place) => place.endsWith(':4'))).not.toEqual([]);
});

test('a document that is fine has none of these', async () => {
  expect((await judgeBad('a.md', document('# 文件控制程序\n'))).found.filter((place) => place.startsWith('load/'))).toEqual([]);
});
