import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { absolutePath } from '#commands/paths.ts';
import { here } from '../e2e/prepared.ts';
import { temporaryFolder } from '../temporary.ts';

test('what is typed relative is so to the folder of -C, for reading as for writing', async () => {
  expect(['.', 'a/b', '/a', 'C:\\a', 'c:/a'].map((path) => absolutePath(path, { cwd: '/w' }))).toEqual(['/w', '/w/a/b', '/a', 'C:\\a', 'c:/a']);
  const root = temporaryFolder();
  expect(await here(root, ['init', '--example'])).toMatchObject({ status: 0 });
  expect(await here(root, ['validate', '--shard', '1/1', '--output', '.facts.json'])).toMatchObject({ status: 0 });
  expect(existsSync(join(root, '.facts.json'))).toBe(true);
  expect(await here(root, ['validate', '--merge', '.facts.json'])).toMatchObject({ status: 0, stderr: '' });
});
