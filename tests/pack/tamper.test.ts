import { afterAll, describe, expect, test } from 'vitest';
import { small } from '../commands/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { kinds, mutantsOf } from './tamper/mutants.ts';
import { missingTools, stockBench, steps } from './tamper/stock.ts';
import { fates, figure, handOver, type Fate } from './tamper/tamper.ts';

/** Here a few of each class, stock tools asked of three of each, for they start many programs; `npm run tamper` makes 500 of the sample manual and asks them of all. */
const COUNT = 40;
const ASKED = 24;
const people = small['organization.yaml'] ?? '';
const handed = await handOver({ ...small, 'organization.yaml': people }, 'p1');
const missing = missingTools();
const all: Fate[] = [];

describe('tampered packs', () => {
  test('are found by verify, with file and cause, and by the commands of VERIFY.txt alone', () => {
    if (missing.length > 0) process.stderr.write(`no ${missing.join(', ')} here: tampered packs were NOT held against stock tools\n`);
    all.push(...fates(handed, ASKED, missing.length > 0 ? null : stockBench(temporaryFolder(), handed)), ...[...fates(handed, COUNT, null)].slice(ASKED));
    expect(all.filter(({ missed }) => missed.length > 0)).toEqual([]);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(kinds.length);
  }, 180_000);
  test('are the same for the same seed, and none is the pack itself', () => {
    const made = (seed: number): string[] => [...mutantsOf(handed, 20, seed)].map(({ what }) => what);
    expect(made(1)).toEqual(made(1));
    expect(made(2)).not.toEqual(made(1));
    for (const { files, cut } of mutantsOf(handed, COUNT)) expect(cut !== undefined || Object.keys({ ...files, ...handed.files }).some((path) => files[path] !== handed.files[path])).toBe(true);
  });
  test('the commands are those that the pack itself names', () => {
    const text = Buffer.from(handed.files['VERIFY.txt'] ?? '').toString('utf8');
    for (const command of [steps.digests, steps.count, steps.size, steps.beside, steps.list, steps.signature('PERSON')]) expect(text).toContain(command);
  });
  afterAll(() => process.stdout.write(`${figure(all, missing.length === 0 ? ASKED : 0)}\n`));
});
