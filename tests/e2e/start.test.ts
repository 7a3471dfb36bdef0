import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { bareWorkspace } from '../memory.ts';
import { environment, qms } from './run.ts';

const root = temporaryFolder(bareWorkspace);
const spy = join(temporaryFolder({ 'spy.cjs': `
  const vm = require('node:vm'), fs = require('node:fs'), path = require('node:path');
  const seen = [];
  vm.Script = class extends vm.Script { constructor(code, options) { super(code, options); seen.push(path.basename(options.filename)); } };
  process.on('exit', () => fs.writeFileSync(process.env.SPY, JSON.stringify({ chunks: seen, required: Object.keys(require.cache).map((name) => path.basename(name)) })));
` }), 'spy.cjs');

/** What a run loads: chunks of the bundle, and files that Node required. */
async function loads(...args: string[]): Promise<{ readonly chunks: string[]; readonly required: string[]; readonly stdout: string }> {
  const told = join(temporaryFolder(), 'seen.json');
  const { stdout } = await qms(args, { env: { ...environment, NODE_OPTIONS: `--require=${spy}`, SPY: told } });
  return { ...JSON.parse(readFileSync(told, 'utf8')) as { chunks: string[]; required: string[] }, stdout };
}

describe('what is loaded', () => {
  test('the version needs neither command line nor data', async () => {
    const { chunks, required, stdout } = await loads('--version');
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect([chunks, required.filter((name) => name !== 'spy.cjs').sort()]).toEqual([[], ['start-package-root.cjs', 'start.cjs']]);
  });
  test('help needs no command, a clean check no browser, no layout, no prompts and no words for complaints', async () => {
    expect((await loads('--help')).chunks).not.toContain('validate.cjs');
    const { chunks, required } = await loads('--no-cache', '-C', 'docs-qms', 'validate');
    expect(chunks).toContain('verdicts-dossiers.cjs');
    expect([...chunks, ...required].filter((name) => /puppeteer|elk|pdf|ask|git|browser|sheet|xlsx|ajv|2020/.test(name))).toEqual([]);
    expect(required.filter((name) => /^\d|workspace\.cjs/.test(name))).toEqual([]);
  });
  test('a check that is answered from memory compiles no schema', async () => {
    const cache = temporaryFolder();
    chmodSync(cache, 0o700);
    const env = { ...environment, QMS_CACHE: cache };
    await qms(['-C', root, 'validate'], { env });
    const told = join(temporaryFolder(), 'seen.json');
    await qms(['-C', root, 'validate'], { env: { ...env, NODE_OPTIONS: `--require=${spy}`, SPY: told } });
    expect((JSON.parse(readFileSync(told, 'utf8')) as { chunks: string[] }).chunks.filter((name) => name.startsWith('verdicts-'))).toEqual([]);
    await qms(['-C', root, 'register'], { env: { ...env, NODE_OPTIONS: `--require=${spy}`, SPY: told } });
    expect((JSON.parse(readFileSync(told, 'utf8')) as { chunks: string[] }).chunks.filter((name) => name.startsWith('verdicts-'))).toEqual(['verdicts-settings.cjs']);
  });
});

describe('kept bytecode', () => {
  const run = (cache: string): Promise<{ status: number | null; stdout: string; stderr: string }> => qms(['--no-cache', '-C', root, 'validate', '--format', 'json'], { env: { ...environment, QMS_CACHE: cache } });
  const folderIn = (cache: string): string => join(cache, readdirSync(cache).find((name) => name.startsWith('code-')) as string);
  const cacheFolder = (): string => {
    const cache = temporaryFolder();
    chmodSync(cache, 0o700);
    return cache;
  };

  test('is written once and only we can read it; damaged, foreign or cut off it is made anew, and never changes what is said', async () => {
    const cache = cacheFolder();
    const first = await run(cache);
    expect(first.status).toBe(1);
    const kept = folderIn(cache);
    const stamp = (): string => readdirSync(kept).filter((name) => name.endsWith('.cjs')).map((name) => `${name} ${statSync(join(kept, name)).mtimeMs}`).join('\n');
    const before = stamp();
    expect(await run(cache)).toEqual(first);
    expect(stamp()).toBe(before);
    expect(readdirSync(kept).filter((name) => name.endsWith('.cjs')).map((name) => statSync(join(kept, name)).mode & 0o077)).not.toContain(0o044);
    const file = join(kept, 'cli.cjs');
    writeFileSync(join(kept, 'cli.cjs.2147483646.tmp'), 'left by a killed run');
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] as number) ^ 0xff;
    for (const bad of [flipped, whole.subarray(0, whole.length >> 1), Buffer.alloc(0), Buffer.alloc(8, 0xff), readFileSync(join(kept, 'words.cjs'))]) {
      writeFileSync(file, bad);
      expect(await run(cache)).toEqual(first);
      expect(readFileSync(file).equals(bad)).toBe(false);
    }
    expect(readdirSync(kept).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
  test('a folder that is a link or open to others is not used; off means off', async () => {
    const elsewhere = temporaryFolder();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(elsewhere, link);
    const open = temporaryFolder();
    chmodSync(open, 0o777);
    const said = await run('off');
    expect(said.status).toBe(1);
    for (const place of [link, open]) expect((await run(place)).stdout).toBe(said.stdout);
    expect([readdirSync(elsewhere), readdirSync(open)]).toEqual([[], []]);
  });
  test('a folder of bytecode that somebody else could write to is not used', async () => {
    const cache = cacheFolder();
    await run(cache);
    const kept = folderIn(cache);
    addFiles(kept, { 'cli.cjs': 'not ours' });
    chmodSync(kept, 0o777);
    expect((await run(cache)).status).toBe(1);
    expect(readFileSync(join(kept, 'cli.cjs'), 'utf8')).toBe('not ours');
  });
});

test('the stack of our own fault names places in src/', async () => {
  const broken = temporaryFolder({ 'break.cjs': 'Object.hasOwn = () => { throw new TypeError("broken on purpose"); };' });
  const { status, stderr } = await qms(['-C', root, 'validate'], { env: { ...environment, NODE_OPTIONS: `--require=${join(broken, 'break.cjs')}`, QMS_CACHE: 'off' } });
  expect(status).toBe(2);
  expect(stderr).toMatch(/TypeError: broken on purpose\n[^]* at \S.* \(src\/[\w/-]+\.ts:\d+:\d+\)/);
});
