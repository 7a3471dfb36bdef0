import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { bareWorkspace } from '../memory.ts';
import { bin, environment } from './run.ts';

const root = temporaryFolder({ ...bareWorkspace, 'sub/R-01.md': '---\ntype: rule\nid: R-01\ntitle: 甲\nstatus: draft\n---\n\n# 甲\n\n见 [别处](b.md)。\n' });
const other = temporaryFolder({ ...bareWorkspace, 'qms.yaml': String(bareWorkspace['qms.yaml']).replace('zh-CN', 'en') });
const cache = temporaryFolder();
chmodSync(cache, 0o700);
const told = join(temporaryFolder(), 'chunks.json');
const spy = join(temporaryFolder({ 'spy.cjs': `
  const vm = require('node:vm');
  let chunks = 0;
  vm.Script = class extends vm.Script { constructor(...given) { super(...given); chunks++; } };
  process.on('exit', () => require('node:fs').writeFileSync(process.env.TOLD, String(chunks)));
` }), 'spy.cjs');

interface Said { readonly status: number | null; readonly stdout: string; readonly stderr: string }
interface Around { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> }

function run(args: readonly string[], { cwd = root, env = {} }: Around = {}, place = cache): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8', env: { ...environment, QMS_CACHE: place, NODE_OPTIONS: `--require=${spy}`, TOLD: told, ...env } });
  return { status, stdout, stderr };
}
/** True where the last run was over before the program was loaded. */
const wasSaidAgain = (): boolean => readFileSync(told, 'utf8') === '0';
const settled = (): Promise<void> => new Promise((go) => { setTimeout(go, 3200); }); // change times of files count as true when they are older than that

const twice: readonly (readonly [string, readonly string[], Around])[] = [
  ['a check', ['validate'], {}], ['as JSON', ['validate', '--format', 'json'], {}], ['in another language', ['--lang', 'en', 'validate'], {}], ['for another reader', ['validate'], { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'C' } }],
  ['in colour', ['--color', 'always', 'validate'], {}], ['on another day', ['validate'], { env: { SOURCE_DATE_EPOCH: '1700000000' } }], ['from below', ['validate'], { cwd: join(root, 'sub') }], ['from elsewhere', ['-C', root, 'validate'], { cwd: '/' }],
  ['of another workspace', ['validate'], { cwd: other }], ['of another workspace by its name', ['--dir', other, 'validate'], {}], ['a list', ['register'], {}],
];

beforeAll(async () => {
  await settled();
  for (const cwd of [root, other]) run(['explain'], { cwd }); // facts are kept
}, 30_000);

test.each(twice)('%s: the second time nothing is loaded, and the same is said', (_, args, around) => {
  const fresh = run(args, around, 'off');
  expect(wasSaidAgain()).toBe(false);
  expect([run(args, around), wasSaidAgain()]).toEqual([fresh, false]);
  expect([run(args, around), wasSaidAgain()]).toEqual([fresh, true]);
});
test('what goes to a file, and what nothing was to be kept of, is done', () => {
  const file = join(temporaryFolder(), 'said.txt');
  for (let nth = 0; nth < 3; nth++) {
    run(['register', '--output', file]);
    expect(existsSync(file)).toBe(true);
    rmSync(file);
  }
  for (let nth = 0; nth < 3; nth++) {
    run(['--no-cache', 'validate']);
    expect(wasSaidAgain()).toBe(false);
  }
});
test('a pipe is read by who needs what comes out of it, and by nobody else', () => {
  const shard = join(temporaryFolder(), 'shard.json');
  run(['validate', '--shard', '1/1', '--output', shard]);
  const merged = (text: string, place: string): Said => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', 'printf "%s" "$0" | "$1" "$2" validate --merge /dev/stdin', text, process.execPath, bin], { cwd: root, encoding: 'utf8', env: { ...environment, QMS_CACHE: place } });
    return { status, stdout, stderr };
  };
  const text = readFileSync(shard, 'utf8');
  for (const one of [text, text, ` ${text}`, 'no shard']) expect(merged(one, cache)).toEqual(merged(one, 'off'));
}, 60_000);
test('an answer that does not arrive is complained about, in the language of the workspace', () => {
  run(['validate']);
  const { status, stderr } = spawnSync(process.execPath, [bin, 'validate'], { cwd: root, encoding: 'utf8', stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], env: { ...environment, QMS_CACHE: cache } });
  expect([status, stderr]).toEqual([2, expect.stringMatching(/输出没有送达：.*ENOSPC/)]);
});
test('what was edited, or has another workspace around it by now, is looked at', async () => {
  const said = run(['validate'], { cwd: join(root, 'sub') });
  expect(wasSaidAgain()).toBe(true);
  addFiles(root, { 'sub/R-01.md': '---\ntype: rule\n---\n' });
  const edited = run(['validate'], { cwd: join(root, 'sub') });
  expect(wasSaidAgain()).toBe(false);
  expect(edited).toEqual(run(['validate'], { cwd: join(root, 'sub') }, 'off'));
  expect(edited).not.toEqual(said);
  expect([run(['validate']), wasSaidAgain()]).toEqual([edited, false]); // from the folder itself paths are looked at in another way
  mkdirSync(join(root, 'sub', '.hidden'));
  await settled();
  run(['validate'], { cwd: join(root, 'sub', '.hidden') });
  run(['validate'], { cwd: join(root, 'sub', '.hidden') });
  expect(wasSaidAgain()).toBe(true);
  addFiles(join(root, 'sub', '.hidden'), bareWorkspace);
  expect(run(['validate'], { cwd: join(root, 'sub', '.hidden') })).toEqual(run(['validate'], { cwd: join(root, 'sub', '.hidden') }, 'off'));
}, 60_000);
