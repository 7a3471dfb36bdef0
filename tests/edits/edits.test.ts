import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { weigh } from '#commands/judge.ts';
import { runAnew } from '#commands/run.ts';
import { readTree } from '#host/files.ts';
import { openKept } from '#host/kept/kept.ts';
import { keptPlace, type Place } from '#host/kept/place.ts';
import { RUN } from '#host/kept/run-file.ts';
import { stamper, trustIn } from '#host/stamp.ts';
import { factsOf, openWorkspace, readFacts } from '#load/load.ts';
import type { Run } from '#model/run.ts';
import type { TreeEntry } from '#model/tree.ts';
import { fileRules } from '#rules/index.ts';
import { assets, bareWorkspace, testDay } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { sideBySide } from './side-by-side.ts';

const before = process.env['QMS_CACHE'];
afterAll(() => {
  if (before === undefined) delete process.env['QMS_CACHE'];
  else process.env['QMS_CACHE'] = before;
});

function placeOf(root: string): Place {
  process.env['QMS_CACHE'] = temporaryFolder();
  return keptPlace(root, 'this build') as Place;
}

/** `npm run edits` goes on for longer. */
test.each([1, 2])('after random edits of the sample manual (seed %i) the same is said by who knows the run before and by who knows nothing', async (seed) => {
  const root = temporaryFolder();
  cpSync(resolve('docs-qms'), root, { recursive: true });
  let taken = 0;
  for await (const { what, again, anew, reused } of sideBySide(root, placeOf(root), seed, 10)) {
    expect(again, what).toEqual(anew);
    taken += Math.max(0, reused);
  }
  expect(taken).toBeGreaterThan(200);
}, 240_000);

describe('a run that is kept', () => {
  const files = { ...bareWorkspace, 'a.md': '---\ntype: rule\nid: R-01\ntitle: 甲\nstatus: draft\nowner: nobody\n---\n\n# 甲\n\n由有关部门酌情处理。\n', 'b.md': '---\ntype: rule\nid: R-01\ntitle: 乙\nstatus: draft\n---\n\n# 乙\n' };
  const look = (root: string) => () => readTree(root, undefined, stamper(root, trustIn(root, Date.now() + 60_000)));
  /** A workspace of which a run is kept under a name. */
  async function world(): Promise<{ root: string; place: Place; run: Run; past(name?: string): Run | undefined }> {
    const root = temporaryFolder(files);
    const place = placeOf(root);
    const tree = look(root)();
    const reading = await openWorkspace(tree, assets, fileRules);
    const facts = readFacts(tree, reading);
    const found = runAnew(reading, facts, testDay);
    weigh({ root, tree, reading }, found, testDay);
    const kept = openKept(place);
    const known = kept.facts('', (path) => factsOf(tree.get(path) as TreeEntry, reading));
    for (const [at, entry] of tree.entries.entries()) known.keep(entry, createHash('sha256').update(entry.read()).digest('hex'), facts[at] as (typeof facts)[number]);
    kept.keepRun(tree, 'name', found.run);
    kept.save();
    const { run } = found;
    return { root, place, run, past: (name = 'name') => openKept(place).past(look(root)(), name)?.run };
  }

  test('is the same run, findings and places', async () => {
    const { run, past } = await world();
    const { sights, ...found } = past() as Run;
    const { sights: seen, ...expected } = run;
    expect(found).toEqual(expected);
    expect(found.rules.flatMap(({ findings }) => findings.map((finding) => sights.get(finding)))).toEqual(expected.rules.flatMap(({ findings }) => findings.map((finding) => seen.get(finding))));
    expect(sights.size).toBeGreaterThan(2);
  });
  test('counts for its name alone', async () => {
    expect((await world()).past('another day')).toBeUndefined();
  });
  test('is none for a file that comes or goes', async () => {
    const { root, past } = await world();
    addFiles(root, { 'c.md': '' });
    expect(past()).toBeUndefined();
  });
  test('is not believed when any byte of it is another', async () => {
    const { place, past } = await world();
    const path = join(place.folder, RUN);
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += at < 200 || at > whole.length - 40 ? 1 : 97) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ 1;
      writeFileSync(path, damaged, { mode: 0o600 });
      expect(past(), String(at)).toBeUndefined();
    }
    for (const cut of [0, 1, 31, 32, 33, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, cut), { mode: 0o600 });
      expect(past(), `${cut} bytes`).toBeUndefined();
    }
    writeFileSync(path, whole, { mode: 0o600 });
    expect(past()).toBeDefined();
  });
});
