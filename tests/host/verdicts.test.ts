import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { compiledVerdicts } from '#host/compiled.ts';

const verdicts = { ...compiledVerdicts('settings').verdicts, ...compiledVerdicts('files').verdicts, ...compiledVerdicts('dossiers').verdicts };

const require = createRequire(import.meta.url);
type Check = ((data: unknown) => boolean) & { readonly errors: unknown[] | null };
/** What the code that tells all errors says. */
const complaint = (name: string, data: unknown): boolean => !(require(`../../generated/complaints/${name.split('#')[0]}.cjs`) as Record<string, Check>)[name]?.(data);

/** Real registers by their kind, to be damaged. */
const registers = globSync('docs-qms/**/*.yaml').sort().map((path) => parse(readFileSync(path, 'utf8'), { schema: 'core' }) as Record<string, unknown>)
  .filter((data) => Object.hasOwn(verdicts, `registers/${String(data?.['kind'])}`));

test('what fits has no complaint, and what does not has one', () => {
  expect(registers.length).toBeGreaterThan(30);
  let refused = 0;
  fc.assert(fc.property(fc.constantFrom(...registers), fc.infiniteStream(fc.nat()), fc.oneof(fc.constantFrom([], {}, '', null, 0, true), fc.anything({ maxDepth: 1 })), (register, picks, junk) => {
    const damaged = damage(structuredClone(register), picks, junk);
    const name = `registers/${String(register['kind'])}`;
    const wrong = complaint(name, damaged);
    if (wrong) refused++;
    expect(verdicts[name]?.(damaged)).toBe(!wrong);
  }), { seed: 1, numRuns: 400 });
  expect(refused).toBeGreaterThan(100);
});

test('every demand of every clause and block judges anything without falling over, and alike', () => {
  const odd: unknown[] = [{}, null, [], 'x', { clause: {} }, ...registers.map((register) => ({ documents: [register], register: [register], records: [], processes: [], workspace: register })), { workspace: { actions: [{ type: 'preventive' }] }, documents: [{}], records: [null], register: [{}] }];
  for (const name of Object.keys(verdicts)) for (const data of odd) expect(verdicts[name]?.(data), name).toBe(!complaint(name, data));
});

/** Replaces or drops one value somewhere below. */
function damage(data: Record<string, unknown>, picks: Stream, junk: unknown): unknown {
  let at: Record<string, unknown> = data;
  for (const pick of picks) {
    const keys = Object.keys(at);
    const key = keys[pick % Math.max(1, keys.length)];
    if (key === undefined) return data;
    const below = at[key];
    if (typeof below === 'object' && below !== null && pick % 5 !== 0) {
      at = below as Record<string, unknown>;
      continue;
    }
    if (pick % 2 === 0) delete at[key];
    else at[key] = junk;
    return data;
  }
  return data;
}

type Stream = Iterable<number>;
