import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { small } from '../commands/small.ts';
import { everyByte } from '../pack/every-byte.ts';
import { temporaryFolder } from '../temporary.ts';
import { environment, qms } from './run.ts';

const values = ['王小明', '13800138000', '11010519491231002X', '2004-JC-041', '星光电器商行'];

test('a printed page holds no withheld value either: the pack with its PDFs, byte by byte and as text', async () => {
  const root = temporaryFolder({
    ...small,
    'cases.yaml': 'kind: case-ledger\nblock: enforcement\ncases:\n  - { no: 2004-JC-041, type: 一般程序案件, status: 归档, x-party: 星光电器商行 }\n',
    'procedures/QP-01.md': `${small['procedures/QP-01.md']}\n投诉人：王小明，电话 138 0013 8000，身份证 11010519491231002X。2004-JC-041 号案由星光电器商行赔付。\n`,
  });
  const git = (...args: string[]): void => { execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { cwd: root, stdio: 'ignore', env: environment }); };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  const pack = async (...more: string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const to = join(temporaryFolder(), 'p.zip');
    const { status, stderr } = await qms(['-C', root, '--lang', 'en', 'export', '--with-findings', '-o', to, ...more]);
    if (status !== 0) throw new Error(stderr);
    const verdict = await qms(['--lang', 'en', 'verify', to, '--format', 'md']);
    expect([verdict.status, verdict.stdout]).toEqual([0, expect.stringContaining('agrees with itself')]);
    return new Map(Object.entries(unzipSync(readFileSync(to))));
  };
  const files = await pack('--profile', 'certifier');
  const pdfs = new Map([...files].filter(([path]) => path.endsWith('.pdf')));
  expect(pdfs.size).toBeGreaterThan(0);
  const text = await everyByte(pdfs);
  expect(text.includes('〔投诉人-1〕') || text.includes('〔当事人-')).toBe(true);
  const all = await everyByte(files);
  expect(values.filter((value) => all.includes(value))).toEqual([]);
});
