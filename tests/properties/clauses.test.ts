import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseYaml } from '#load/yaml.ts';
import { clauseOf, compareClauses, isWithin } from '#model/standard.ts';
import { assets, bareWorkspace, judgeFiles } from '../memory.ts';

const standard = assets.standard('iso9001-2000');
const parts = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 });
const clause = parts.map((numbers) => numbers.join('.'));
const inOrder = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? a.length - b.length : at >= b.length ? 1 : (a[at] as number) - (b[at] as number);
};

test('clauses are in order part by part, each before what lies below it, and what lies below it together', () => {
  fc.assert(fc.property(parts, parts, parts, (a, b, c) => {
    const [left, right, third] = [a, b, c].map((numbers) => numbers.join('.')) as [string, string, string];
    expect(Math.sign(compareClauses(left, right))).toBe(Math.sign(inOrder(a, b)));
    expect(isWithin(left, right)).toBe(b.every((number, index) => a[index] === number));
    const below = `${left}.1`;
    expect(compareClauses(left, below)).toBeLessThan(0);
    // A clause that stands between one and what lies below it lies below it too.
    if (compareClauses(left, third) <= 0 && compareClauses(third, `${left}.99`) <= 0) expect(isWithin(third, left)).toBe(true);
  }), { numRuns: 500 });
  expect(['4.10', '4.2', '4', '10', '4.1', '8.2.10', '8.2.2'].sort(compareClauses)).toEqual(['4', '4.1', '4.2', '4.10', '8.2.2', '8.2.10', '10']);
});

test('an item or point belongs to one clause, and every one of the standard to a clause that there is', () => {
  fc.assert(fc.property(clause, fc.oneof(fc.constantFrom('a', 'z'), fc.integer({ min: 1, max: 99 }).map((point) => `p${point}`)), (number, letter) => {
    expect(clauseOf(`${number}-${letter}`)).toBe(number);
  }), { numRuns: 100 });
  const numbers = standard?.clauses.map(({ number }) => number) ?? [];
  expect(numbers).toEqual([...numbers].sort(compareClauses));
  for (const { number, items = [] } of standard?.clauses ?? []) for (const { id } of items) expect(clauseOf(id)).toBe(number);
});

test('in quotes a clause number is kept as written by either reader, 4.10 not being 4.1', () => {
  fc.assert(fc.property(clause, fc.constantFrom('"', "'"), fc.boolean(), (number, quote, flow) => {
    const value = `${quote}${number}${quote}`;
    // An anchor sends the text to the general parser.
    for (const start of ['', 'anchor: &x 1\n']) expect(parseYaml(`${start}clauses:${flow ? ` [ ${value} ]` : `\n  - ${value}`}\n`, 'a.yaml').data).toMatchObject({ clauses: [number] });
  }), { numRuns: 200 });
});

test('without quotes a number is refused as it was written, in block and flow lists; with two points it is no number', async () => {
  await fc.assert(fc.asyncProperty(parts, fc.boolean(), async (numbers, flow) => {
    const number = numbers.join('.');
    const text = `---\ntype: procedure\nid: AB/QP-01\ntitle: 文件控制程序\nrevision: A/0\nstatus: draft\nowner: office\nclauses:${flow ? ` [${number}]` : `\n  - ${number}`}\n---\n\n# 文件控制程序\n`;
    const { diagnostics } = await judgeFiles({ ...bareWorkspace, 'a.md': text });
    const told = diagnostics.filter(({ code }) => code === 'load/bare-number').map(({ args }) => args?.['actual']);
    expect(told).toEqual(numbers.length <= 2 ? [number] : []);
  }), { numRuns: 15, examples: [[[4, 10], false], [[8, 20], true]] });
});
