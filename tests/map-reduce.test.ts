import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { codes } from '#commands/catalogue.ts';
import { judge } from '#commands/judge.ts';
import { readTree } from '#host/files.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import type { FileFacts } from '#model/facts.ts';
import { treeOf, type Tree } from '#model/tree.ts';
import { reporters } from '#report/index.ts';
import { fileRules } from '#rules/index.ts';
import { randomFrom } from '../bench/random.mjs';
import { assets } from './memory.ts';

/** The sample manual with faults of every kind put in, so that there is something to report. */
function faultyManual(): Tree {
  const { entries } = readTree(resolve('docs-qms'));
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const edits: readonly (readonly [RegExp, string])[] = [[/^owner: .*$/m, 'owner: nobody'], [/^revision: .*$/m, 'revision: 1.0'], [/2004-07-01/, '2004-13-01'], [/^(## .*)$/m, '$1\n\n按 MSGS/QP-99 执行，见 7.5.2。'], [/\n/, '\r\n']];
  return treeOf(entries.map((entry, index) => {
    const [find, replace] = edits[index % 7] ?? [];
    if (!find || entry.path === 'qms.yaml') return entry;
    const bytes = encoder.encode(decoder.decode(entry.read()).replace(find, replace as string));
    return { path: entry.path, size: bytes.length, read: () => bytes };
  }));
}

const tree = faultyManual();
const reading = await openWorkspace(tree, assets, fileRules);
const whole = readFacts(tree, reading);

function reports(facts: readonly FileFacts[]): Record<string, string> {
  const { diagnostics, checked, lineAt } = judge({ root: '/w', tree, reading }, facts, '2004-12-31');
  return Object.fromEntries(['pretty', 'json', 'sarif'].map((name) => [name, reporters[name]?.({ diagnostics, checked, lineAt, codes, locale: 'zh-CN', color: false, version: '0', base: '' }) ?? '']));
}
const expected = reports(whole);

/** A fixed shuffle: the same on every run. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const { below } = randomFrom(seed);
  return list.map((value) => ({ value, key: below(2 ** 32) })).sort((a, b) => a.key - b.key).map(({ value }) => value);
}
const throughJson = (facts: readonly FileFacts[]): FileFacts[] => JSON.parse(JSON.stringify(facts)) as FileFacts[];

test('there is something to tell apart', () => {
  expect(JSON.parse(expected['json'] as string).diagnostics.length).toBeGreaterThan(100);
});

test('facts are plain data: nothing is lost or changed on the way through JSON', () => {
  expect(throughJson(whole)).toStrictEqual(whole);
});

test.each([1, 2, 3])('%i shards, merged in any order, give the same bytes', (count) => {
  const shards = Array.from({ length: count }, (_, number) => throughJson(readFacts(tree, reading, (index) => index % count === number)));
  expect(shards.map((shard) => shard.length).reduce((sum, length) => sum + length)).toBe(whole.length);
  expect(reports(shards.toReversed().flat())).toEqual(expected);
});

test.each([1, 2004])('files in shuffled order (%i) give the same bytes', (seed) => {
  expect(reports(shuffled(whole, seed))).toEqual(expected);
});

test('a tree whose entries come in another order gives the same bytes', async () => {
  const other = treeOf(shuffled(tree.entries, 7));
  const again = await openWorkspace(other, assets, fileRules);
  expect(reports(readFacts(other, again))).toEqual(expected);
});
