import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { blocksIn } from '#host/kept/blocks.ts';
import type { Slice } from '#host/kept/index-file.ts';
import { keptPlace, type Place } from '#host/kept/place.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import type { FileFacts } from '#model/facts.ts';
import { encodeBlock } from '#model/facts-block.ts';
import { FactsBlock, plainFacts } from '#model/packed-facts.ts';
import { fileRules } from '#rules/index.ts';
import { assets, bareWorkspace, memoryTree } from '../memory.ts';
import { temporaryFolder } from '../temporary.ts';

const tree = memoryTree({
  ...bareWorkspace,
  'a.md': '---\ntype: rule\nid: R-01\ntitle: 甲\nstatus: draft\n---\n\n# 一 总则\n\n见 [别处](b.md) 和《手册》4.2.3。:req[4.1-a]\n\n| 步骤 | 责任岗位 |\n|---|---|\n| 1 | 局长 |\n\n::matrix\n<!-- 注 -->\n<!-- qms-ignore a/b: 理由 -->\n',
  'b.md': '没有前言 😀\n', 'c.yaml': 'kind: nothing\n', 'd.png': 'no picture', 'e.yaml': 'kind: [', 'keys/allowed_signers': 'a@b ssh-ed25519 AAAA\n',
});
const reading = await openWorkspace(tree, assets, fileRules);
const facts = readFacts(tree, reading);
const never = (path: string): FileFacts => { throw new Error(`${path} was taken anew`); };
const anew = (path: string): FileFacts => facts.find((one) => one.path === path) as FileFacts;

const before = process.env['QMS_CACHE'];
afterEach(() => {
  if (before === undefined) delete process.env['QMS_CACHE'];
  else process.env['QMS_CACHE'] = before;
});
function placeOfOurs(): Place {
  process.env['QMS_CACHE'] = temporaryFolder();
  return keptPlace(temporaryFolder(), 'this build') as Place;
}

test('a block says of each file what went into it, and the bytes of a block are those of the same facts read from it', () => {
  const packed = encodeBlock(facts);
  const block = FactsBlock.of(packed);
  const read = facts.map((_, at) => block.file(at, never) as FileFacts);
  expect(JSON.stringify(read)).toBe(JSON.stringify(facts));
  expect(read.map(plainFacts)).toEqual(facts);
  expect(encodeBlock(read).bytes).toEqual(packed.bytes);
  expect(block.file(facts.length, never)).toBe(undefined);
});

test('a column is read when something of it is asked for, once', () => {
  const packed = encodeBlock(facts);
  const read: number[] = [];
  const block = new FactsBlock(packed.bytes.subarray(0, packed.head), ({ from, to }) => {
    read.push(from);
    return packed.bytes.subarray(from, to);
  });
  const all = facts.map((_, at) => block.file(at, never) as FileFacts);
  expect(all.map(({ path, form, kind, findings, ignores, body }) => [path, form, kind, findings, ignores, body !== null])).toEqual(facts.map(({ path, form, kind, findings, ignores, body }) => [path, form, kind, findings, ignores, body !== null]));
  expect(read).toEqual([]);
  expect(all.flatMap(({ body }) => body?.claims ?? [])).toEqual(facts.flatMap(({ body }) => body?.claims ?? []));
  expect(read).toHaveLength(1);
});

test.each([['a wrong bit', (bytes: Buffer, at: number) => bytes.with(at, (bytes[at] as number) ^ 4)], ['cut off', (bytes: Buffer, at: number) => bytes.subarray(0, at)]])('%s anywhere: what is read is true all the same, and is written anew', (_, damage) => {
  const place = placeOfOurs();
  const slices = blocksIn(place).write(facts) as Slice[];
  const [name = ''] = readdirSync(place.folder).filter((one) => one.endsWith('.facts'));
  const whole = readFileSync(join(place.folder, name));
  for (let at = 0; at < whole.length; at += 11) { // every byte was tried once; this tries each column
    writeFileSync(join(place.folder, name), damage(whole, at));
    const blocks = blocksIn(place);
    const found = facts.map(({ path }, nth) => blocks.factsAt(slices[nth] as Slice, path, anew));
    const inHead = at < (slices[0] as Slice).block.head;
    expect(found.some((one) => one === undefined), `${at}`).toBe(inHead);
    if (inHead) continue;
    expect(JSON.stringify(found), `${at}`).toBe(JSON.stringify(facts));
    expect([blocks.isDamaged(), blocks.worn(slices)(slices[0] as Slice)]).toEqual([true, true]);
    expect(blocks.write(found as FileFacts[])).toEqual(facts.map(() => null)); // they are taken anew by the next run
  }
});

test('facts of a block in memory are written as they are, and read from the disk from then on', () => {
  const place = placeOfOurs();
  const blocks = blocksIn(place);
  const packed = encodeBlock(facts);
  const block = FactsBlock.of(packed);
  const sent = facts.map((_, at) => block.file(at, never) as FileFacts);
  for (const one of sent) blocks.hold(one, never);
  const slices = blocks.write(sent);
  expect(block.packed).toBe(null);
  expect(place.read(`${slices[0]?.block.segment}.facts`)).toEqual(Buffer.from(packed.bytes));
  expect(JSON.stringify(sent)).toBe(JSON.stringify(facts));
  expect(blocksIn(place).factsAt(slices[1] as Slice, 'another.md', never)).toBe(undefined);
});

test('where nothing can be written, facts stay as they are', () => {
  const blocks = blocksIn({ ...placeOfOurs(), write: () => false });
  const block = FactsBlock.of(encodeBlock(facts));
  const sent = facts.map((_, at) => block.file(at, never) as FileFacts);
  for (const one of sent) blocks.hold(one, never);
  expect(blocks.write([...sent, ...facts])).toEqual([...facts, ...facts].map(() => null));
  expect(JSON.stringify(sent)).toBe(JSON.stringify(facts));
});
