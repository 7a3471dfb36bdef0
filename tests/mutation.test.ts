import { afterAll, describe, expect, test } from 'vitest';
import { codes } from '#commands/catalogue.ts';
import { kinds } from './mutation/kinds.ts';
import { openManual } from './mutation/manual.ts';
import { figure, plant, type Outcome } from './mutation/plant.ts';

/** Every third defect of each kind; `npm run mutate` plants all of them. */
const EVERY = 3;
const manual = await openManual();
const outcomes: Outcome[] = [];

describe('single defects planted in copies of the sample manual', () => {
  test.each(kinds)('$kind: $code', async (kind) => {
    const outcome = await plant(manual, kind, EVERY);
    outcomes.push(outcome);
    expect(outcome.missed).toEqual([]);
    expect(outcome.planted).toBeGreaterThan(0);
  });
  test('are many, of many kinds, each with a name of its own and a code that exists', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(40);
    expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
    expect(kinds.filter(({ code }) => !codes.has(code))).toEqual([]);
    expect(outcomes.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThanOrEqual(200);
  });
  test('are missed when the right code stands on the wrong line', async () => {
    const kind = kinds.find(({ code }) => code === 'document/approval-missing');
    const [mutant] = kind?.mutants(manual) ?? [];
    if (!kind || !mutant) throw new Error('no such defect');
    const { missed } = await plant(manual, { ...kind, mutants: () => [{ ...mutant, line: mutant.line + 1 }] });
    expect(missed).toHaveLength(1);
  });
  afterAll(() => process.stdout.write(`${figure(outcomes)}\n`));
});
