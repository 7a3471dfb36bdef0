import type fs from 'node:fs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readTree } from '#host/files.ts';
import { temporaryFolder } from '../temporary.ts';

const refused = vi.hoisted(() => ({ end: '', code: '' }));
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const lstatSync = (path: string): fs.Stats => {
    if (refused.end !== '' && path.endsWith(refused.end)) throw Object.assign(new Error(`${refused.code}: planted`), { code: refused.code, syscall: 'lstat' });
    return real.lstatSync(path);
  };
  return { ...real, lstatSync };
});

function folder(): string {
  const root = temporaryFolder();
  mkdirSync(join(root, 'audits'));
  writeFileSync(join(root, 'audits', 'a.yaml'), 'kind: audit-plan\n');
  writeFileSync(join(root, 'qms.yaml'), 'kind: workspace\n');
  return root;
}

test.each(['EIO', 'EACCES', 'EPERM'])('a folder that the system refuses to look at (%s) is told as unreadable, and the tree is not remembered', (code) => {
  Object.assign(refused, { end: 'audits', code });
  const tree = readTree(folder());
  expect(tree.entries.map(({ path, problem }) => [path, problem])).toEqual([['audits', 'unreadable'], ['qms.yaml', undefined]]);
  expect(tree.failed?.()).toBe(true);
});

test('what is gone between two looks is no fault of the disk', () => {
  Object.assign(refused, { end: 'qms.yaml', code: 'ENOENT' });
  const tree = readTree(folder());
  expect(tree.entries.map(({ path, problem }) => [path, problem])).toEqual([['audits/a.yaml', undefined], ['qms.yaml', undefined]]);
  expect(tree.failed?.()).toBe(false);
});
