import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareWorkspace } from '../memory.ts';
import { readPdf } from '../render/read-pdf.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { environment, qms, type Run } from './run.ts';
import { setTraps } from './traps.ts';

const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.test', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.test', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const git = (cwd: string, args: readonly string[], day = '2004-06-01'): string =>
  execFileSync('git', [...args], { cwd, env: { ...environment, ...identity, GIT_COMMITTER_DATE: `${day}T08:00:00Z`, GIT_AUTHOR_DATE: `${day}T08:00:00Z` }, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
const path = '程序 文件/QP-01.md';
const document = (revision: string, status: string, days: number, more = ''): string => `---
type: procedure
id: AB/QP-01
title: 文件控制程序
revision: ${revision}
status: ${status}
owner: office
---

# 文件控制程序

## 1 目的

管住文件。

## 2 工作程序

收到申请后${days}个工作日内审核。:req[4.2.3-d]${more}
`;

/** A/0 drafted, in force, spoiled by a rejected draft of A/1, A/1 in force, now a draft of A/2 that nobody has committed. */
function repository(folder = ''): { root: string; workspace: string; commits: string[] } {
  const files = { ...bareWorkspace, [path]: document('A/0', 'draft', 1) };
  const root = temporaryFolder(Object.fromEntries(Object.entries(files).map(([name, text]) => [join(folder, name), text])));
  const workspace = join(root, folder);
  git(root, ['init', '-q', '-b', 'main']);
  const commits: string[] = [];
  const commit = (day: string): void => {
    git(root, ['add', '-A'], day);
    git(root, ['commit', '-q', '-m', day], day);
    commits.push(git(root, ['rev-parse', 'HEAD']));
  };
  commit('2004-06-01');
  for (const [day, text] of [['2004-06-02', document('A/0', 'effective', 3)], ['2004-07-01', document('A/1', 'draft', 4)], ['2004-07-02', document('A/1', 'effective', 5)]] as const) {
    addFiles(workspace, { [path]: text });
    commit(day);
  }
  addFiles(workspace, { 'other.yaml': 'kind: suppliers\nsuppliers: []\n' });
  commit('2004-07-03');
  addFiles(workspace, { [path]: document('A/2', 'draft', 5, '逾期说明理由。') });
  return { root, workspace, commits };
}
const run = (workspace: string, ...args: string[]): Promise<Run> => qms(['-C', workspace, '--lang', 'zh-CN', ...args]);
interface Json { before: { revision: string; status: string; commit: string; date: string }; after: { revision: string; commit: string }; counts: Record<string, number> }
const json = async (workspace: string, ...args: string[]): Promise<Json> => JSON.parse((await run(workspace, 'diff', 'AB/QP-01', ...args, '--format', 'json')).stdout) as Json;

describe.concurrent('diff', () => {
  test.each(['', 'docs/手 册'])('finds revisions in a repository whose workspace is "%s"', async (folder) => {
    const { workspace, commits } = repository(folder);
    const { status, stdout, stderr } = await run(workspace, 'diff', 'AB/QP-01');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`- A/1（现行，${(commits[3] as string).slice(0, 8)}，2004-07-02）\n+ A/2（草稿，工作区现稿）`);
    expect(stdout).toContain('  + 逾期说明理由。\n');
    expect(await json(workspace, 'A/0..A/1')).toMatchObject({ before: { revision: 'A/0', status: 'effective', commit: commits[1], date: '2004-06-02' }, after: { revision: 'A/1', commit: commits[3] }, counts: { changed: 1 } });
    expect(await json(workspace, 'A/0')).toMatchObject({ before: { commit: commits[1] }, after: { revision: 'A/2', commit: '' } });
    expect(await json(workspace, 'A/1..A/2')).toMatchObject({ before: { commit: commits[3] }, after: { commit: '' } });
  });
  test('an approved text that nobody touched: nothing to tell, and how to see more', async () => {
    const { workspace, root } = repository();
    git(root, ['checkout', '-q', '--', path]);
    const { status, stdout, stderr } = await run(workspace, 'diff', 'AB/QP-01');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '要看已批准的版本改了什么，请写明两个版本：`qms diff 编号 A/0..A/1`。\n' });
    expect(stdout).toContain('两份文字完全相同。');
  });
  test('writes a page', async () => {
    const { workspace } = repository();
    expect(await run(workspace, 'diff', 'AB/QP-01', 'A/0..A/1', '--format', 'html', '-o', 'diff.html')).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(join(workspace, 'diff.html'), 'utf8')).toContain('收到申请后<del>3</del><ins>5</ins>个工作日内审核。');
  });
  test('prints a redline with its legend and the head of every page', async () => {
    const { workspace } = repository();
    expect(await run(workspace, 'diff', 'AB/QP-01', 'A/0..A/1', '--format', 'pdf', '-o', 'diff.pdf')).toMatchObject({ status: 0, stdout: '' });
    const text = (await readPdf(readFileSync(join(workspace, 'diff.pdf')))).pages.join('').replace(/\s+/g, '');
    for (const words of ['修改对照', 'AB/QP-01', '第1页', '标记：新增的文字删去的文字', '收到申请后35个工作日内审核。']) expect(text).toContain(words);
  });
  test.each([['A/7', '没有 AB/QP-01 的 A/7 版'], ['A/0..A/7', 'A/7'], ['A/0..A/1..A/2', '不是一对版本号'], ['..A/1', '不是一对版本号']])('%s is refused', async (range, said) => {
    const { workspace } = shared;
    expect(await run(workspace, 'diff', 'AB/QP-01', range)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(said) });
  });
  const shared = repository();
  test('a shallow clone says what it lacks', async () => {
    const clone = join(temporaryFolder(), 'clone');
    git(shared.root, ['clone', '-q', '--depth', '1', `file://${shared.root}`, clone]);
    expect(await run(clone, 'diff', 'AB/QP-01', 'A/0')).toMatchObject({ status: 2, stderr: expect.stringContaining('浅克隆') });
  });
  test('outside git, before the first commit, and of a file never committed', async () => {
    const root = temporaryFolder({ ...bareWorkspace, [path]: document('A/0', 'effective', 1) });
    expect(await run(root, 'diff', 'AB/QP-01')).toMatchObject({ status: 2, stderr: expect.stringContaining('git 仓库') });
    expect(await run(root, 'impact')).toMatchObject({ status: 2, stderr: expect.stringContaining('git 仓库') });
    git(root, ['init', '-q']);
    expect(await run(root, 'diff', 'AB/QP-01')).toMatchObject({ status: 2, stderr: expect.stringContaining('已批准') });
    git(root, ['add', 'qms.yaml']);
    git(root, ['commit', '-qm', 'a']);
    expect(await run(root, 'diff', 'AB/QP-01')).toMatchObject({ status: 2, stderr: expect.stringContaining('已批准') });
  });
});

describe.concurrent('impact', () => {
  test('since HEAD, since a commit, and from before there was a manual', async () => {
    const { workspace, root, commits } = repository();
    const { status, stdout, stderr } = await run(workspace, 'impact');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('修改 文件 AB/QP-01 文件控制程序  A/1 effective → A/2 draft  2 工作程序');
    expect(stdout).toMatch(/改动处所落实的要求（1）\n {2}4\.2\.3-d /);
    expect((await run(workspace, 'impact', '--since', commits[0] as string, '--format', 'md')).stdout).toContain('A/0 draft → A/2 draft');
    git(root, ['add', '-A']);
    git(root, ['commit', '-qm', 'b']);
    expect((await run(workspace, 'impact')).stdout).toBe('自 HEAD 以来没有改动。\n');
    expect(await run(workspace, 'impact', '--since', 'nowhere')).toMatchObject({ status: 2, stderr: expect.stringContaining('nowhere') });
    git(root, ['checkout', '-q', '--orphan', 'empty']);
    git(root, ['rm', '-rq', '--cached', '.']);
    git(root, ['commit', '-q', '--allow-empty', '-m', 'c']);
    expect((await run(workspace, 'impact')).stdout).toContain('新增 文件 AB/QP-01');
  });
});

describe.skipIf(process.platform === 'win32')('a hostile repository', () => {
  test('diff and impact run nothing of it, and fetch nothing', async () => {
    const { root, workspace, commits } = repository();
    addFiles(root, { '.gitattributes': '*.md filter=evil diff=evil\n' });
    const canary = setTraps(root, temporaryFolder());
    expect((await run(workspace, 'diff', 'AB/QP-01')).status).toBe(0);
    expect((await run(workspace, 'impact')).status).toBe(0);
    expect(canary.sung()).toBe('');
    const oid = git(root, ['-c', 'core.fsmonitor=false', 'rev-parse', `${commits[1]}:${path}`]);
    canary.sung();
    rmSync(join(root, '.git', 'objects', oid.slice(0, 2), oid.slice(2)));
    const { status, stderr } = await run(workspace, 'diff', 'AB/QP-01', 'A/0');
    expect(canary.sung()).toBe('');
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('git 读不出') });
  });
});
