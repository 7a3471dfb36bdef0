import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasOpenssh } from '../model/openssh.ts';
import { temporaryFolder } from '../temporary.ts';
import { take } from './prepared.ts';
import { bin, collect, environment } from './run.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const git = (cwd: string, ...args: string[]): void => {
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd, stdio: 'ignore', env: { ...environment, GIT_AUTHOR_DATE: '2004-12-31T08:00:00Z', GIT_COMMITTER_DATE: '2004-12-31T08:00:00Z' } });
};

let origin: string;
let key: string;
beforeAll(async () => {
  origin = temporaryFolder();
  await take(origin, ['init', '--example']);
  git(origin, 'init', '-q');
  git(origin, 'add', '-A');
  git(origin, 'commit', '-q', '-m', 'first');
  key = join(temporaryFolder(), 'key');
  if (hasOpenssh) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
});

/** Exports in that surrounding; the sha256 of the pack. */
async function exported(root: string, to: string, more: readonly string[] = [], env: Record<string, string> = {}, umask = '022'): Promise<string> {
  const { status, stderr } = await collect('/bin/sh', ['-c', `umask ${umask}; exec "$0" "$@"`, process.execPath, bin, '-C', root, 'export', '--no-pdf', '-o', to, ...more], { env: { ...environment, ...env } });
  if (status !== 0) throw new Error(stderr);
  return createHash('sha256').update(readFileSync(to)).digest('hex');
}

test('one commit, one pack: in any zone, language, umask, folder, and however git lays out the files', async () => {
  const [clone, to] = [join(temporaryFolder(), 'elsewhere'), temporaryFolder()];
  git(to, 'clone', '-q', '-c', 'core.autocrlf=true', origin, clone);
  expect(readFileSync(join(clone, 'qms.yaml'), 'utf8')).toContain('\r\n');
  const sums = [
    await exported(origin, join(to, '1.zip'), [], { TZ: 'Asia/Shanghai', LC_ALL: 'C' }),
    await exported(clone, join(to, '2.zip'), ['--lang', 'zh-CN'], { TZ: 'America/Los_Angeles', LC_ALL: 'C.UTF-8', SOURCE_DATE_EPOCH: '1400000000' }, '077'),
  ];
  expect(new Set(sums).size).toBe(1);
  expect(readdirSync(to).sort()).toEqual(['1.zip', '2.zip']);
});

describe('with the tools of any system alone', () => {
  test.skipIf(!hasOpenssh || !has('unzip') || !has('sha512sum') || !has('openssl'))('a pack unpacks, and every digest and the signature hold', async () => {
    const folder = temporaryFolder();
    await exported(origin, join(folder, 'p.zip'), ['--sign', key, '--as', 'p1']);
    const sh = (command: string, cwd = folder): string => execFileSync('/bin/sh', ['-c', command], { cwd, encoding: 'utf8', env: { ...environment, LC_ALL: 'C.UTF-8' } });
    expect(sh('unzip -tq p.zip')).toContain('No errors');
    sh('unzip -q p.zip');
    const top = join(folder, readdirSync(folder).find((name) => name.startsWith('QMS-evidence-')) ?? '');
    sh('sha512sum --strict --quiet -c manifest-sha512.txt && sha512sum --strict --quiet -c tagmanifest-sha512.txt', top);
    expect(sh('echo "$(cat $(find data -type f) | wc -c).$(find data -type f | wc -l)"', top).trim()).toBe(/^Payload-Oxum: (.+)$/m.exec(readFileSync(join(top, 'bag-info.txt'), 'utf8'))?.[1]);
    expect(sh('ssh-keygen -Y verify -f allowed_signers -I p1 -n qms-evidence -s signatures/tagmanifest-sha512.txt.p1.sig < tagmanifest-sha512.txt', top)).toContain('Good "qms-evidence" signature for p1');
    const [, sum = '', path = ''] = /^(\S+) {2}(.+)$/m.exec(readFileSync(join(top, 'metadata', 'sm3sums.txt'), 'utf8')) ?? [];
    expect(sh(`openssl dgst -sm3 -r '${path}'`, top)).toContain(sum);
    expect(sh('unzip -Z p.zip').split('\n').slice(2, -2).filter((line) => !/^-rw-r--r--  2\.0 unx +\d+ b- stor 04-Dec-31 00:00 /.test(line))).toEqual([]);
  });
});

test('where the pack cannot be written to the end, what stood there stays and nothing else is left', async () => {
  const folder = temporaryFolder({ 'p.zip': 'the pack of yesterday' });
  const { status, stderr } = await collect('/bin/sh', ['-c', 'ulimit -f 20; exec "$0" "$@"', process.execPath, bin, '-C', origin, '--lang', 'en', 'export', '--no-pdf', '-o', join(folder, 'p.zip')]);
  expect([status, stderr.split('\n').filter((line) => line.startsWith('qms:'))]).toEqual([2, [expect.stringMatching(/^qms: Cannot write .*p\.zip: EFBIG/)]]);
  expect([readdirSync(folder), readFileSync(join(folder, 'p.zip'), 'utf8')]).toEqual([['p.zip'], 'the pack of yesterday']);
});

test.for(['SIGINT', 'SIGTERM'])('%s in the middle of a pack: what stood there stays and nothing else is left', async (signal) => {
  const folder = temporaryFolder({ 'p.zip': 'the pack of yesterday' });
  const early = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; const real = fs.writeSync;
fs.writeSync = (...args) => { if (args[0] > 2) process.kill(process.pid, '${signal}'); return real(...args); }; syncBuiltinESMExports();`;
  const { status, stderr } = await collect(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(early)}`, bin, '-C', origin, '--lang', 'en', 'export', '--no-pdf', '-o', join(folder, 'p.zip')]);
  expect([status, stderr.trim().split('\n').at(-1)]).toEqual([2, 'qms: Interrupted; nothing was written.']);
  expect([readdirSync(folder), readFileSync(join(folder, 'p.zip'), 'utf8')]).toEqual([['p.zip'], 'the pack of yesterday']);
});
