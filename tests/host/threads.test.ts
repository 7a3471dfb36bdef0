import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree } from '#host/files.ts';
import { takeByThreads, threadsFor } from '#host/threads.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import type { FileFacts } from '#model/facts.ts';
import { plainFacts } from '#model/packed-facts.ts';
import { fileRules } from '#rules/index.ts';
import { assets, bareWorkspace } from '../memory.ts';
import { temporaryFolder } from '../temporary.ts';

const document = (nth: number): string => `---\ntype: rule\nid: R-${nth}\ntitle: 第${nth}号\n---\n\n# 第${nth}号\n\n见 [别处](${nth + 1}.md)。\n`;
const root = temporaryFolder({ ...bareWorkspace, ...Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`${nth}.md`, document(nth)])), 'wrong.yaml': 'kind: [', 'd.png': 'png' });
const tree = readTree(root);
const reading = await openWorkspace(tree, assets, fileRules);
const facts = readFacts(tree, reading);
const fresh = tree.entries.map(() => '');

/** A thread of its own making. */
const thread = (code: string): string => join(temporaryFolder({ 'thread.mjs': `import { parentPort } from 'node:worker_threads';\nexport function work() { ${code} }\n` }), 'thread.mjs');

describe('threads', () => {
  test('take the facts that one takes, and say of which bytes', async () => {
    const taken = await takeByThreads(root, tree.entries, fresh, reading.key, 3);
    expect([...taken.keys()].sort()).toEqual(tree.entries.map(({ path }) => path));
    for (const one of facts) expect(plainFacts(taken.get(one.path)?.facts as FileFacts)).toEqual(one);
    const again = await takeByThreads(root, tree.entries, tree.entries.map(({ path }) => taken.get(path)?.digest ?? ''), reading.key, 2);
    expect([...again.values()].every((one) => one.facts === null)).toBe(true);
    expect([...again].map(([path, { digest }]) => [path, digest]).sort()).toEqual([...taken].map(([path, { digest }]) => [path, digest]).sort());
  });
  test('take nothing under settings that are not those asked for, nor of files that are gone', async () => {
    expect(await takeByThreads(root, tree.entries, fresh, 'other settings', 2)).toEqual(new Map());
    const [first] = tree.entries;
    expect(await takeByThreads(root, [{ ...first as typeof first & object, path: 'gone.md' }, ...tree.entries.filter(({ path }) => path === 'qms.yaml')], ['', ''], reading.key, 2)).toMatchObject({ size: 1 });
  });
  test.each([
    ['throws', 'throw new Error("broken down");', 'broken down'],
    ['throws at work', 'parentPort.on("message", () => { throw new Error("at work"); });', 'at work'],
    ['rejects', 'return Promise.reject(new Error("rejected"));', 'rejected'],
    ['ends before its work is done', 'parentPort.on("message", () => process.exit(0));', 'ended with 0 before its work was done'],
    ['never listens', '', 'ended with 0 before its work was done'],
  ])('one that %s is told, not passed over', async (_, code, said) => {
    await expect(takeByThreads(root, tree.entries, fresh, reading.key, 2, thread(code))).rejects.toThrow(said);
  });
  test('are as many as pay', () => {
    expect([[10, 2], [1900, 2], [12_000, 2], [12_000, 1], [12_000, 64]].map(([files, cores]) => threadsFor(files as number, cores))).toEqual([1, 1, 2, 1, 8]);
  });
});
