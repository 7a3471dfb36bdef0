import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareWorkspace } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { environment, qms, type Run } from './run.ts';

const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.test', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.test', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
const git = (cwd: string, moment: string, ...args: string[]): string => execFileSync('git', args, { cwd, env: { ...environment, ...identity, GIT_COMMITTER_DATE: moment, GIT_AUTHOR_DATE: '1999-01-01T00:00:00Z' }, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
const procedure = (id: string, title: string): string => `---\ntype: procedure\nid: ${id}\ntitle: ${title}\nrevision: A/0\nstatus: effective\neffective: "2004-05-01"\nreview_due: "2004-06-15"\nowner: office\n---\n\n# ${title}\n`;
const first = { ...bareWorkspace, 'a.md': procedure('AB/QP-01', '第一') };
const moments = ['2004-05-01T08:00:00Z', '2004-07-02T07:30:00+08:00', '2004-09-01T08:00:00Z'] as const;

/** Three states: 第一 from May, 第二 from 1 July in UTC, 2 July in Beijing, 第三 from September; 草稿 is not committed. */
function repository(folder = ''): { root: string; workspace: string; short(ref: string): string } {
  const root = temporaryFolder(Object.fromEntries(Object.entries(first).map(([path, text]) => [join(folder, path), text])));
  const workspace = join(root, folder);
  git(root, moments[0], 'init', '-q', '-b', 'main');
  for (const [index, moment] of [moments[0], moments[1], moments[2]].entries()) {
    addFiles(workspace, { 'a.md': procedure('AB/QP-01', '第' + '一二三'[index]) });
    git(root, moment, 'add', '-A');
    git(root, moment, 'commit', '-q', '-m', `state ${index}`);
    git(root, moment, 'tag', `state-${index}`);
  }
  addFiles(workspace, { 'a.md': procedure('AB/QP-01', '草稿') });
  return { root, workspace, short: (ref) => git(root, moments[0], 'rev-parse', ref).slice(0, 7) };
}
const ask = (workspace: string, asOf: string, command: string[] = ['register'], lang = 'en'): Promise<Run> => qms(['-C', workspace, '--lang', lang, ...command, '--as-of', asOf]);
const shows = ({ stdout }: Run): string => /第[一二三]|草稿/.exec(stdout)?.[0] ?? '';

describe.concurrent('--as-of in a repository', () => {
  const { root, workspace, short } = repository();
  test.each([
    ['2004-05-01', '第一', 'state-0', '2004-05-01'], ['2004-06-30', '第一', 'state-0', '2004-05-01'], ['2004-07-01', '第二', 'state-1', '2004-07-01'], ['2004-08-31', '第二', 'state-1', '2004-07-01'],
  ])('%s is %s', async (day, title, tag, date) => {
    const run = await ask(workspace, day);
    expect([run.status, shows(run), run.stderr]).toEqual([0, title, `State of ${day}: commit ${short(tag)} of ${date}.\n`]);
    expect((await ask(workspace, day, ['register'], 'zh-CN')).stderr).toBe(`${day} 的状态：提交 ${short(tag)}（${date}）。\n`);
  });
  test.each([['2004-09-01'], ['2030-01-01']])('%s, not before the last commit, is the present files', async (day) => {
    const run = await ask(workspace, day);
    expect([shows(run), run.stderr]).toEqual(['草稿', `State of ${day}: the files as they are now; the last commit is not later than that day.\n`]);
  });
  test.each([['2004-04-30'], ['1960-01-01']])('%s, before the first commit, is the present files, and says so', async (day) => {
    const [en, zh] = await Promise.all([ask(workspace, day), ask(workspace, day, ['register'], 'zh-CN')]);
    expect([shows(en), en.stderr]).toEqual(['草稿', `State of ${day}: the files as they are now, judged as of that day; no commit is that old.\n`]);
    expect(zh.stderr).toBe(`${day} 的状态：以现有文件按这一天判断；没有这么早的提交。\n`);
  });
  test.each([['state-0', '第一', '2004-05-01'], ['HEAD~1', '第二', '2004-07-01'], ['HEAD', '第三', '2004-09-01'], ['main', '第三', '2004-09-01']])('%s is %s', async (ref, title, day) => {
    const run = await ask(workspace, ref);
    expect([run.status, shows(run), run.stderr]).toEqual([0, title, `State of ${day}: commit ${short(ref)} of ${day}.\n`]);
  });
  test.each([['exclusions'], ['matrix'], ['validate']])('%s says which state it shows', async (command) => {
    const runs = await Promise.all(['2004-08-01', 'state-1'].map((asOf) => ask(workspace, asOf, [command])));
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([['2004-08-01'], ['2004-07-01']].map(([day]) => [command === 'validate' ? 1 : 0, `State of ${day}: commit ${short('state-1')} of 2004-07-01.\n`]));
  });
  test('a commit is judged as of its own day, a day as of itself', async () => {
    const overdue = async (asOf: string): Promise<boolean> => (await ask(workspace, asOf, ['validate'])).stdout.includes('document/review-overdue');
    expect(await Promise.all(['state-0', '2004-06-10', '2004-06-20', 'state-1'].map(overdue))).toEqual([false, false, true, true]);
  });
  test.each(['nowhere', 'HEAD~9', 'HEAD:qms.yaml', '-x', '--upload-pack=x', 'HEAD..main', '', '2004-7-1', '0000000'])('%j is refused with a hint', async (ref) => {
    const run = await qms(['-C', workspace, '--lang', 'en', 'validate', `--as-of=${ref}`]);
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toBe(`qms: --as-of takes a day such as 2004-12-31 or a commit; git knows no commit "${ref}" here.\n  hint: Write a day as YYYY-MM-DD. A shallow clone may lack a commit: fetch the history, e.g. with \`fetch-depth: 0\`.\n`);
  });
  test.each(['2004-02-30', '2004-13-01'])('%s is no day', async (day) => {
    expect(await ask(workspace, day)).toEqual({ status: 2, stdout: '', stderr: `qms: There is no day ${day}.\n` });
  });
  test('shards and their merge are of one state', async () => {
    const facts = join(temporaryFolder(), 'facts.json');
    const written = await ask(workspace, '2004-08-01', ['validate', '--shard', '1/1', '--output', facts]);
    expect([written.status, written.stderr]).toEqual([0, `State of 2004-08-01: commit ${short('state-1')} of 2004-07-01.\n`]);
    const [merged, whole] = await Promise.all([ask(workspace, '2004-08-01', ['validate', '--merge', facts]), ask(workspace, '2004-08-01', ['validate'])]);
    expect(merged).toEqual(whole);
    expect(await qms(['-C', workspace, '--lang', 'en', 'validate', '--merge', facts])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/facts\.json (?:was made from another commit|tells of)/) });
  });
  test('a shallow clone that lacks the day or the commit says so', async () => {
    const shallow = join(temporaryFolder(), 'clone');
    git(root, moments[0], 'clone', '-q', '--depth', '1', `file://${root}`, shallow);
    const [en, zh, commit] = await Promise.all([ask(shallow, '2004-08-01'), ask(shallow, '2004-08-01', ['register'], 'zh-CN'), ask(shallow, 'HEAD~1')]);
    expect([en.status, shows(en)]).toEqual([0, '第三']);
    expect(en.stderr).toBe('State of 2004-08-01: the files as they are now, judged as of that day; this shallow clone lacks the history of that day. Fetch it, e.g. with `git fetch --unshallow` or `fetch-depth: 0`.\n');
    expect(zh.stderr).toContain('浅克隆里没有这一天的历史');
    expect(commit).toMatchObject({ status: 2, stderr: expect.stringContaining('fetch-depth: 0') });
  });
});

describe.concurrent('--as-of elsewhere', () => {
  test('outside git the present files are judged as of the day; a commit is refused', async () => {
    const workspace = temporaryFolder(first);
    const [en, zh] = await Promise.all([ask(workspace, '2004-08-01'), ask(workspace, '2004-08-01', ['register'], 'zh-CN')]);
    expect([en.status, shows(en), en.stderr]).toEqual([0, '第一', 'State of 2004-08-01: the files as they are now, judged as of that day; git has no history of this folder.\n']);
    expect(zh.stderr).toBe('2004-08-01 的状态：以现有文件按这一天判断；git 里没有这个文件夹的历史。\n');
    expect(await ask(workspace, 'HEAD')).toMatchObject({ status: 2, stdout: '' });
  });
  test('a workspace in a folder, and one that a commit does not hold yet', async () => {
    const { root, workspace, short } = repository('docs/手 册');
    expect(shows(await ask(workspace, '2004-08-01'))).toBe('第二');
    addFiles(root, Object.fromEntries(Object.entries(first).map(([path, text]) => [`new/${path}`, text])));
    const [day, ref] = await Promise.all([ask(join(root, 'new'), '2004-08-01'), ask(join(root, 'new'), 'HEAD')]);
    expect([day.status, shows(day), day.stderr]).toEqual([0, '第一', `State of 2004-08-01: the files as they are now, judged as of that day; commit ${short('state-1')} of 2004-07-01 has no qms.yaml in this folder.\n`]);
    expect(ref).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^qms: Commit \w{7} of 2004-09-01 has no qms\.yaml in this folder\.\n {2}hint: /) });
  });
  test('what was drafted on a side branch was not in force before its merge', async () => {
    const { root, workspace } = repository();
    git(root, moments[0], 'checkout', '-q', '-f', '-b', 'draft', 'state-0');
    addFiles(workspace, { 'b.md': procedure('AB/QP-02', '旁支') });
    git(root, '2004-08-01T08:00:00Z', 'add', '-A');
    git(root, '2004-08-01T08:00:00Z', 'commit', '-q', '-m', 'draft');
    git(root, moments[0], 'checkout', '-q', 'main');
    git(root, '2004-10-01T08:00:00Z', 'merge', '-q', '--no-ff', '-m', 'merge', 'draft');
    expect((await ask(workspace, '2004-08-15')).stdout).not.toContain('旁支');
    expect((await ask(workspace, 'draft')).stdout).toContain('旁支');
  });
  test('a history that is damaged is no green run', async () => {
    const { root, workspace } = repository();
    const lost = git(root, moments[0], 'rev-parse', 'state-1');
    rmSync(join(root, '.git', 'objects', lost.slice(0, 2), lost.slice(2)));
    expect(await ask(workspace, '2004-08-01')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^qms: git cannot tell the state of 2004-08-01\.\n {2}hint: /) });
  });
});
