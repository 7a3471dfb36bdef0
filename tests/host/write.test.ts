import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFilesSafely } from '#host/write.ts';
import { take } from '../e2e/prepared.ts';
import { environment, qms } from '../e2e/run.ts';
import { temporaryFolder } from '../temporary.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('an edit goes over the text it was made from, and over no other', () => {
  const root = temporaryFolder({ 'a.yaml': 'first\n', 'b.yaml': 'second\n' });
  const [a, b] = [join(root, 'a.yaml'), join(root, 'b.yaml')];
  writeFilesSafely([{ path: a, bytes: bytes('edited\n'), replaces: 'first\n' }]);
  expect(readFileSync(a, 'utf8')).toBe('edited\n');
  writeFileSync(b, 'somebody else\n');
  expect(() => writeFilesSafely([{ path: a, bytes: bytes('again\n'), replaces: 'edited\n' }, { path: b, bytes: bytes('mine\n'), replaces: 'second\n' }])).toThrow(expect.objectContaining({ cause: expect.objectContaining({ code: 'ESTALE' }) }));
  expect([readFileSync(a, 'utf8'), readFileSync(b, 'utf8')]).toEqual(['edited\n', 'somebody else\n']); // all of it or nothing
  expect(readdirSync(root).sort()).toEqual(['a.yaml', 'b.yaml']);
});

test('what several people enter in one register at the same moment is all there', async () => {
  const root = temporaryFolder();
  await take(root, ['init', '--example']);
  const runs = await Promise.all(['OB-01', 'OB-02', 'OB-03'].map((id) =>
    qms(['-C', root, 'objectives', 'record', id, '2004-Q4', id === 'OB-03' ? '1' : '98', '--sample', '70', '--on', '2004-12-31'], { env: environment })));
  expect(runs.map(({ status, stderr }) => [status, status === 0 ? '' : stderr])).toEqual([[0, ''], [0, ''], [0, '']]);
  const text = readFileSync(join(root, 'registers', 'measurements.yaml'), 'utf8');
  expect(['OB-01', 'OB-02', 'OB-03'].filter((id) => new RegExp(`${id}.*2004-Q4`).test(text))).toEqual(['OB-01', 'OB-02', 'OB-03']);
});
