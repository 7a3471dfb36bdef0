import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { remembered } from '#commands/remembered.ts';
import { createHost } from '#host/host.ts';
import type { CommandSpec, Env, Outcome } from '#model/command.ts';
import { memoryEnv } from './env.ts';
import { assets } from './memory.ts';
import { temporaryFolder } from './temporary.ts';

// What a run says depends on the question, the day and the files, and on nothing else: not on what was kept, by how many threads it was read, or what became of either.

const root = temporaryFolder();
for (const folder of ['qms.yaml', 'organization.yaml', 'manual', 'procedures', 'external']) cpSync(join(resolve('docs-qms'), folder), join(root, folder), { recursive: true });
const faulty = 'procedures';
for (const [nth, name] of readdirSync(join(root, faulty)).entries()) {
  const path = join(root, faulty, name);
  if (nth % 2 === 0 && name.endsWith('.md')) writeFileSync(path, readFileSync(path, 'utf8').replace(/^owner: .*$/m, 'owner: nobody').replace(/^(## .*)$/m, '$1\n\n按 MSGS/QP-99 执行，见 7.5.2。'));
}
const place = temporaryFolder();
const before = process.env['QMS_CACHE'];
process.env['QMS_CACHE'] = place;
afterAll(() => {
  if (before === undefined) delete process.env['QMS_CACHE'];
  else process.env['QMS_CACHE'] = before;
});

const validate = commands.find(({ name }) => name === 'validate') as CommandSpec;
const register = commands.find(({ name }) => name === 'register') as CommandSpec;

/** One run of the tool over the folder; what it keeps is written, as the command line does. */
async function say(spec: CommandSpec, options: Record<string, unknown> = {}, keeping = true): Promise<Outcome> {
  const env: Env = { ...memoryEnv({}), cwd: root, host: createHost(assets, keeping ? 'this build' : null) };
  const outcome = await remembered(spec, { args: [spec === validate ? [] : undefined], options: { format: spec === validate ? 'json' : 'csv', ...options } }, env);
  env.host.kept(root)?.save();
  return outcome;
}
const sayAll = async (options: Record<string, unknown> = {}, keeping = true): Promise<string[]> =>
  [await say(validate, options, keeping), await say(validate, { ...options, format: 'pretty' }, keeping), await say(register, {}, keeping)].map((outcome) => JSON.stringify(outcome));

const expected = await sayAll({}, false);
beforeEach(() => rmSync(join(place, 'kept'), { recursive: true, force: true }));

test('there is something to tell', () => {
  expect(JSON.parse(JSON.parse(expected[0] as string).text as string).diagnostics.length).toBeGreaterThan(50);
});

test('cold, warm, and again: the same bytes', async () => {
  for (let run = 0; run < 3; run++) expect(await sayAll()).toEqual(expected);
});

test.each([1, 2, 3])('%i threads, with and without what was kept: the same bytes', async (jobs) => {
  const options = { jobs: String(jobs) };
  expect(await sayAll(options, false)).toEqual(expected);
  expect(await sayAll(options)).toEqual(expected);
  expect(await sayAll(options)).toEqual(expected);
});

test('one file changed says what a run without memory says; changed back, the same bytes as before', async () => {
  const path = join(root, 'manual', readdirSync(join(root, 'manual')).find((name) => name.endsWith('.md')) as string);
  const text = readFileSync(path, 'utf8');
  await sayAll();
  for (const other of [`${text}\n见 [无此文件](nowhere.md)。\n`, text.replace(/^title:.*$/m, 'title: 7'), '', text]) {
    writeFileSync(path, other);
    const now = await sayAll({}, false);
    expect(now[0] === expected[0]).toBe(other === text);
    expect(await sayAll({ jobs: other === '' ? '2' : '1' })).toEqual(now);
  }
});

test('whatever is kept, damaged in any way: the same bytes', async () => {
  await sayAll();
  const whole = temporaryFolder();
  cpSync(join(place, 'kept'), whole, { recursive: true });
  const files = readdirSync(whole, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(whole, name)).isFile());
  expect(files.length).toBeGreaterThan(5);
  const damages: readonly ((path: string, size: number) => void)[] = [
    (path) => rmSync(path), (path) => truncateSync(path, 0), (path, size) => truncateSync(path, Math.floor(size / 2)), (path) => writeFileSync(path, 'x'.repeat(5000)),
    (path, size) => { const bytes = readFileSync(path); bytes[Math.floor(size * 0.7)] = (bytes[Math.floor(size * 0.7)] ?? 0) ^ 1; writeFileSync(path, bytes); },
  ];
  for (const [nth, damage] of damages.entries()) {
    rmSync(join(place, 'kept'), { recursive: true, force: true });
    cpSync(whole, join(place, 'kept'), { recursive: true });
    for (const [at, name] of files.entries()) if (nth < 2 || (at + nth) % 2 === 0) damage(join(place, 'kept', name), statSync(join(whole, name)).size);
    expect(await sayAll(), `damage ${nth}`).toEqual(expected);
  }
});

test('many at once: each says the same bytes, and so does the next', async () => {
  expect(await Promise.all(Array.from({ length: 4 }, () => say(validate)))).toEqual(Array.from({ length: 4 }, () => JSON.parse(expected[0] as string)));
  expect(await sayAll()).toEqual(expected);
});
