import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asText, intoDocument, type Result } from '../bench/report.mjs';
import { inTurn, median, type Program } from '../bench/rounds.mjs';

const sleep = (name: string, seconds: string, more: Partial<Program> = {}): Program => ({ name, kind: 'qms', what: 'sleeps', call: { command: 'sleep', args: [seconds] }, ...more });

test('programs take turns, are prepared, and are compared round by round; the first round does not count', async () => {
  const order: string[] = [];
  const { rows, ratios } = await inTurn([
    sleep('long', '0.12', { prepare: () => { order.push('long'); } }), sleep('short', '0.04', { prepare: () => { order.push('short'); }, kind: 'floor' }),
    sleep('paged', '0.04', { units: () => 4 }), { ...sleep('failing', '0'), call: { command: 'false', args: [], ok: [0] } },
  ], [
    { label: 'long ÷ short', of: ['long'], over: ['short'], atMost: 1.5 }, { label: 'both', of: ['long'], over: ['short', 'paged'], atLeast: 0.1 }, { label: 'absent', of: ['long'], over: ['nobody'] },
  ], 2, () => {});
  expect(order).toEqual(['long', 'short', 'long', 'short', 'long', 'short', 'long', 'short']); // and once more for the memory
  expect(rows.map(({ name, runs }) => [name, runs])).toEqual([['long', 2], ['short', 2], ['paged', 2], ['failing', 0]]);
  expect(rows[3]).toMatchObject({ wall: null, note: 'false ended with 1' });
  expect(rows[0]?.wall).toBeGreaterThan(0.12);
  expect(ratios.map(({ label, holds }) => [label, holds])).toEqual([['long ÷ short', false], ['both', true]]);
});

test('the middle of an even list lies between, what is missing is left out', () => {
  expect([median([3, null, 1, undefined, 2]), median([1, 2]), median([null])]).toEqual([2, 1.5, null]);
});

const row = { kind: 'qms', what: 'everything | all', command: 'qms validate', runs: 5, cpu: 1, units: null, samples: [] };
const result: Result = {
  suite: 'check', command: 'npm run bench -- check', qms: '1.0.0', commit: 'abc', node: 'v24', git: 'git 2', machine: '2 × CPU', date: '2005-01-01', runs: 5, seed: 1, peers: { other: '1.0.0' },
  cases: [1000, 10_000].map((documents) => ({
    title: `${documents} documents`, documents, facts: { files: documents, bytes: 5e6 }, recall: { planted: 2, kinds: 2, found: 1, others: 0, missed: [{ code: 'a/b', path: 'c.md', line: 1 }] },
    rows: [{ ...row, name: 'node -e 0', kind: 'floor', wall: 0, memory: null }, { ...row, name: 'validate, cold', wall: documents / 1000, memory: documents * 6 * 1024 }],
    ratios: [{ label: 'cold ÷ other', of: [], over: [], wall: 0.5, cpu: null, atMost: 0.25, holds: false }],
  })),
};

test('a report says what was measured with which command, and which target was missed', () => {
  const text = asText(result);
  expect(text).toContain('`npm run bench -- check` · 2005-01-01');
  expect(text).toContain('| cold ÷ other | 0.500 × | – | ≤ 0.25 ×: missed |');
  expect(text).toContain('everything \\| all');
  expect(text).toContain('- missed: a/b c.md:1');
});

test('BENCHMARKS.md has a place for every suite, and tables take their place without touching the words around', () => {
  const document = 'before\n<!-- bench:check -->\nold\n<!-- /bench:check -->\nbetween\n<!-- bench:targets --><!-- /bench:targets -->\nafter\n';
  const filled = intoDocument(document, [result]);
  expect(filled).toMatch(/^before\n<!-- bench:check -->\n\n\*\*check\*\*[^]*\n\n<!-- \/bench:check -->\nbetween\n<!-- bench:targets -->\n\n\|[^]*\n\n<!-- \/bench:targets -->\nafter\n$/);
  expect(filled).not.toContain('\nold\n');
  expect(filled).toContain('| check | 1000, 10000 | ms a document, cold, without the start: 1.00, 1.00 | ± 20 % of the first | 0 % | reached |');
  expect(filled).toContain('| check | 1000 to 10000 | memory a document, cold | ≤ 5 KB | 6.0 KB | missed |');
  expect(intoDocument(filled, [result])).toBe(filled);
  const written = readFileSync('BENCHMARKS.md', 'utf8');
  for (const name of ['start', 'check', 'render', 'pack', 'targets']) expect(written).toContain(`<!-- /bench:${name} -->`);
});
