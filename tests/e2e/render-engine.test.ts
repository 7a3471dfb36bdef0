import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { privateFolder } from '#host/private-folder.ts';
import { preparePrinting } from '../host/printing.ts';
import { bareWorkspace } from '../memory.ts';
import { temporaryFolder } from '../temporary.ts';
import { bin, environment, qms } from './run.ts';

const document = (number: number): string => `---\ntype: rule\nid: AB/ZD-${number}\ntitle: 制度${number}\nowner: office\nrevision: A/0\nstatus: draft\n---\n\n# 制度${number}\n\n## 1 目的\n\n${'管住文件，按时发放。'.repeat(40)}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n`;
const manual = (count: number): string => temporaryFolder({ ...bareWorkspace, ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index + 1}.md`, document(index + 1)])) });
const digests = (folder: string): string[] => readdirSync(folder).sort().map((name) => `${name} ${createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')}`);

beforeAll(preparePrinting, 120_000);

test('the same manual gives the same bytes in another time zone and another language', async () => {
  const root = manual(3);
  const run = async (out: string, more: Record<string, string>): Promise<string[]> => {
    const { status, stderr } = await qms(['-C', root, 'render', '--all', '-o', out], { env: { ...environment, QMS_SANDBOX: process.env['QMS_SANDBOX'], ...more }, timeout: 90_000 });
    expect([status, stderr.includes('AB/ZD-1')]).toEqual([0, true]);
    return digests(join(root, out)).filter((line) => line.includes('.pdf '));
  };
  const first = await run('a', { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8', SOURCE_DATE_EPOCH: '1104451200' });
  expect(first).toHaveLength(3);
  expect(await run('b', { TZ: 'America/New_York', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1104451200' })).toEqual(first);
  expect(await run('c', { TZ: 'UTC', LC_ALL: 'de_DE.ISO-8859-1', SOURCE_DATE_EPOCH: '1104451200' })).toEqual(first);
}, 240_000);

describe.runIf(process.platform === 'linux')('a run that is broken off', () => {
  const profiles = join(privateFolder(), 'profiles');
  const profileOf = ({ pid }: ChildProcess): string | undefined => (existsSync(profiles) ? readdirSync(profiles).find((name) => name.startsWith(`${pid}-`)) : undefined);
  const browsersOf = (profile: string): number => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(profile);
    } catch {
      return false;
    }
  }).length;
  const until = async <T>(found: () => T | undefined | false): Promise<T> => {
    for (;;) {
      const value = found();
      if (value) return value;
      await new Promise((later) => setTimeout(later, 20));
    }
  };
  const breakOff = async (root: string, signal: NodeJS.Signals): Promise<{ status: number | null; said: string; profile: string }> => {
    const child = spawn(process.execPath, [bin, '-C', root, '--lang', 'zh-CN', 'render', '--all', '-o', 'out'], { env: { ...environment, QMS_SANDBOX: process.env['QMS_SANDBOX'] }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    const ended = new Promise<number | null>((done) => child.on('exit', done));
    const profile = await until(() => profileOf(child));
    await until(() => browsersOf(profile) > 0);
    child.kill(signal);
    return { status: await ended, said, profile };
  };

  test('by Ctrl-C leaves no file, no process and no folder', async () => {
    const root = manual(40);
    const { status, said, profile } = await breakOff(root, 'SIGINT');
    expect([status, said]).toEqual([2, 'qms：已中断；没有写入任何内容。\n']);
    expect([existsSync(join(root, 'out')), browsersOf(profile), existsSync(join(profiles, profile))]).toEqual([false, 0, false]);
  }, 120_000);
  test('by a kill leaves no file and no process, and the next run sweeps the folder', async () => {
    const root = manual(40);
    const { profile } = await breakOff(root, 'SIGKILL');
    await until(() => browsersOf(profile) === 0);
    expect(existsSync(join(root, 'out'))).toBe(false);
    expect((await qms(['-C', root, 'render', 'AB/ZD-1', '-o', 'out'], { timeout: 90_000 })).status).toBe(0);
    expect(existsSync(join(profiles, profile))).toBe(false);
  }, 120_000);
});
