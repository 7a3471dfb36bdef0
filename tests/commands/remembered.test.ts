import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { remembered } from '#commands/remembered.ts';
import { createHost } from '#host/host.ts';
import type { CommandSpec, Env, Outcome } from '#model/command.ts';
import { memoryEnv } from '../env.ts';
import { assets, bareWorkspace } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';

/** A command that says how often it ran, after it did this to its world. */
function counting(act: (env: Env) => unknown, more: Partial<Outcome> = {}): CommandSpec {
  let runs = 0;
  return { name: 'count', summary: { en: '', 'zh-CN': '' }, load: async () => ({ run: async (_, env) => {
    await env.host.readTree(await env.host.findWorkspace(env.cwd) as string);
    await act(env);
    return { exit: 1, text: String(++runs), notes: 'note', ...more };
  } }) };
}

/** What a command says three times running over the same files. */
async function thrice(spec: CommandSpec, between: (root: string, nth: number) => void = () => {}, change: (env: Env, nth: number) => Env = (env) => env): Promise<(string | undefined)[]> {
  const root = temporaryFolder(bareWorkspace);
  process.env['QMS_CACHE'] = temporaryFolder();
  const said = [];
  for (let nth = 0; nth < 3; nth++) {
    const host = createHost(assets, 'this build');
    const env = change({ ...memoryEnv({}), cwd: root, host: { ...host, head: async () => '', readFile: async () => null } }, nth);
    // Only files whose facts are known make a state.
    for (const entry of (await host.readTree(root)).entries) host.kept(root)?.facts('', () => { throw new Error('nothing is damaged'); }).keep(entry, await digest(entry.read()), { path: entry.path, form: 'asset', kind: '', digest: '', data: null, body: null, findings: [], ignores: [] });
    const { exit, text, notes } = await remembered(spec, { args: [], options: { nth: 0 } }, env);
    expect([exit, notes]).toEqual([1, 'note']);
    said.push(text);
    host.kept(root)?.save();
    between(root, nth);
  }
  return said;
}
const digest = async (bytes: Uint8Array): Promise<string> => Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');

test('what was made of files, day and question alone is given again', async () => {
  expect(await thrice(counting(() => {}))).toEqual(['1', '1', '1']);
  expect(await thrice(counting((env) => [env.locale, env.today, env.host.assets()]))).toEqual(['1', '1', '1']);
});

const worldly: readonly (readonly [string, (env: Env) => unknown])[] = [
  ['the clock', (env) => env.now()], ['a browser', (env) => env.host.openPrinter], ['the folder of others', (env) => env.host.listFolder('x')], ['another folder', (env) => env.host.readTree('/tmp/none')],
  ['the folder once more', (env) => env.host.readTree(env.cwd)], ['the reader', (env) => env.ask], ['Ctrl-C', (env) => env.signal], ['an early word', (env) => env.emit({ exit: 0 })],
];
test.each(worldly)('what asked for %s is not', async (_, act) => {
  expect(await thrice(counting(act))).toEqual(['1', '2', '3']);
});
test.each([[{ artifacts: [{ path: 'x', bytes: new Uint8Array() }] }], [{ numbered: true }], [{ stream: { path: 'x', pieces: [], told: () => '' } }]])('what is to be done, %j, is not', async (more) => {
  expect(await thrice(counting(() => {}, more as Partial<Outcome>))).toEqual(['1', '2', '3']);
});
const answers: readonly (readonly [string, (env: Env) => unknown, (nth: number) => Partial<Env['host']>])[] = [
  ['a commit', (env) => env.host.readTreeAt(env.cwd, 'HEAD'), (nth) => ({ commitAt: async () => ({ commit: nth < 2 ? 'c0ffee' : 'decade', date: '2004-12-31' }) })],
  ['HEAD', (env) => env.host.head(env.cwd), (nth) => ({ head: async () => (nth < 2 ? 'c0ffee' : 'decade') })],
  ['a file that comes', (env) => env.host.exists('/x'), (nth) => ({ exists: async () => nth === 2 })],
  ['another file', (env) => env.host.readFile('/x'), (nth) => ({ stampOf: async () => ({ size: 1, modified: nth < 2 ? 1 : 2, changed: 1, inode: 1, trusted: true }) })],
  ['a browser that prints', (env) => env.host.browserBuild({}), (nth) => ({ browserBuild: async () => (nth < 2 ? 'one' : 'other') })],
];
test.each(answers)('what depends on %s holds as long as that is the same', async (_, act, world) => {
  expect(await thrice(counting(act), undefined, (env, nth) => ({ ...env, host: { ...env.host, ...memoryEnv(bareWorkspace).host, kept: env.host.kept, findWorkspace: env.host.findWorkspace, readTree: env.host.readTree, ...world(nth) } }))).toEqual(['1', '1', '2']);
});
test('a file that was just written is known by its bytes', async () => {
  const host = (now: string): Partial<Env['host']> => ({ stampOf: async () => ({ size: 1, modified: 1, changed: 1, inode: 1, trusted: false }), readFile: async () => Buffer.from(now), digestOf: async () => digest(Buffer.from(now)) });
  expect(await thrice(counting((env) => env.host.readFile('/x')), undefined, (env, nth) => ({ ...env, host: { ...env.host, ...host(nth < 2 ? 'a' : 'b') } }))).toEqual(['1', '1', '2']);
});
describe('what a command says it will answer once its artifacts are written', () => {
  const place = temporaryFolder();
  const path = join(place, 'paper');
  const printing = (act: (env: Env) => unknown = () => {}): CommandSpec => counting(async (env) => { await env.host.readFile(path); void [env.host.openPrinter, env.signal, act(env)]; }, { artifacts: [{ path, bytes: Buffer.from('ink') }], afterwards: { exit: 1, text: 'there', notes: 'note' } });
  const real = (env: Env): Env => ({ ...env, host: { ...env.host, readFile: createHost(assets, null).readFile } });
  const write = (text: string): void => writeFileSync(path, text);

  test('is said when they stand, old or new', async () => {
    expect(await thrice(printing(), () => write('ink'), real)).toEqual(['1', 'there', 'there']);
    expect(await thrice(printing(), () => {
      write('ink');
      utimesSync(path, 1, 1);
    }, real)).toEqual(['1', 'there', 'there']);
  });
  test('by their stamps as soon as those can be trusted', async () => {
    let digests = 0;
    const counted = (env: Env): Env => ({ ...real(env), host: { ...real(env).host, stampOf: async () => ({ size: 3, modified: 1, changed: 1, inode: 1, trusted: true }), digestOf: async (file) => {
      digests++;
      return env.host.digestOf(file);
    } } });
    expect(await thrice(printing(), () => write('ink'), counted)).toEqual(['1', 'there', 'there']);
    expect(digests).toBe(1);
  });
  test('and not when they were not written, or are others by now', async () => {
    rmSync(path, { force: true });
    expect(await thrice(printing(), undefined, real)).toEqual(['1', '2', '3']);
    expect(await thrice(printing(), (_, nth) => write(nth === 0 ? 'ink' : 'INK'), real)).toEqual(['1', 'there', '2']);
  });
  test('nor where it was made of the clock or of an answer', async () => {
    expect(await thrice(printing((env) => env.now()), () => write('ink'), real)).toEqual(['1', '2', '3']);
    expect(await thrice(printing((env) => env.ask), () => write('ink'), real)).toEqual(['1', '2', '3']);
  });
});
test('nor after a change, on another day, in another language', async () => {
  expect(await thrice(counting(() => {}), (root, nth) => { if (nth === 0) addFiles(root, { 'b.yaml': 'kind: x\n' }); })).toEqual(['1', '2', '2']);
  expect(await thrice(counting(() => {}), undefined, (env, nth) => ({ ...env, today: `2004-12-0${nth + 1}` }))).toEqual(['1', '2', '3']);
  expect(await thrice(counting(() => {}), undefined, (env, nth) => ({ ...env, locale: nth === 1 ? 'en' : 'zh-CN' }))).toEqual(['1', '2', '1']);
});
test('files that change while a command runs make no memory', async () => {
  const root = { now: '' };
  const spec = counting((env) => { addFiles(env.cwd, { 'qms.yaml': `${bareWorkspace['qms.yaml']}# ${root.now += 'x'}\n` }); });
  expect(await thrice(spec)).toEqual(['1', '2', '3']);
  expect(await thrice(spec, (folder) => addFiles(folder, bareWorkspace))).toEqual(['4', '5', '6']); // what was said of files halfway is not said of them as they were
});
