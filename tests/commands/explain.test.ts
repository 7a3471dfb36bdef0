import { expect, test } from 'vitest';
import { codes } from '#commands/catalogue.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { assets } from '../memory.ts';
import { small } from './small.ts';

const explain = async (what: string, files = small, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> =>
  (await runCommand('explain', memoryEnv(files, locale), [what])).text as string;

test('a clause: requirements, procedure points, records, and where this manual meets it', async () => {
  const text = await explain('8.2.2');
  expect(text).toContain('8.2.2  内部审核');
  expect(text).toContain('8.2.2-p1');
  expect(text).toContain('REC21-17');
  expect(text).toContain('没有现行文件声明落实其中任何一项');
  expect(await explain('4.2.3')).toContain('4.2.3-d  AB/QP-01 procedures/QP-01.md:19 工作程序');
});

test('an item, a code, a practice, a heading, outside a workspace too', async () => {
  expect(await explain('8.2.2-c')).toContain('怎样审核');
  expect(await explain('exclusion/outside-clause-7')).toContain('EXC-001');
  expect(await explain('exc-001', {}, 'en')).toMatch(/^exclusion\/outside-clause-7: /);
  expect(await explain('8.2', {}, 'en')).toContain('A heading');
});

test('clause ids are tokens: 8.2 does not show what belongs to 8.2.2', async () => {
  expect(await explain('8.2', {}, 'en')).not.toContain('8.2.2-a');
  await expect(explain('8.22')).rejects.toMatchObject({ name: 'UsageError' });
});

test('everything that has a name can be explained, in both languages', async () => {
  const standard = assets.standard('iso9001-2000');
  const names = [...codes.keys(), ...(standard?.clauses ?? []).flatMap(({ number, items }) => [number, ...(items ?? []).map(({ id }) => id)]), ...(standard?.practices ?? []).map(({ id }) => id)];
  for (const name of names) {
    for (const locale of ['en', 'zh-CN'] as const) expect((await explain(name, {}, locale)).split('\n').length, name).toBeGreaterThan(2);
  }
});

test('an unknown name is refused with what is near', async () => {
  await expect(explain('document/duplicate')).rejects.toMatchObject({ args: { near: expect.stringContaining('document/duplicate-id') } });
});

test('each practice of the pack names codes that exist', () => {
  const missing = (assets.standard('iso9001-2000')?.practices ?? []).flatMap(({ id, codes: names }) => names.filter((name) => !codes.has(name)).map((name) => `${id} ${name}`));
  expect(missing).toEqual([]);
});
