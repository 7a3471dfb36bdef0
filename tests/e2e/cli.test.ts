import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { bareWorkspace } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { bin, collect, environment, qms } from './run.ts';

const document = '---\ntype: procedure\nid: AB/QP-01\ntitle: 文件控制程序\nrevision: A/0\nstatus: draft\nowner: office\n---\n\n# 文件控制程序\n';
/** One warning, one error, one file without fault, and all that a bare manual lacks. */
const faulty = { ...bareWorkspace, 'a.md': document, 'b.yaml': 'kind: suppliers\nsuppliers: []\nwrong: 1\n', 'bom.yaml': '\ufeffkind: channels\nchannels: []\n', 'good.yaml': 'kind: channels\nchannels: []\n' };
const posix = process.platform !== 'win32';
const root = temporaryFolder(faulty);
const at = (...args: string[]): string[] => ['-C', root, '--lang', 'en', ...args];

describe.concurrent('exit codes', () => {
  test('0: the sample manual', async () => {
    const { status, stdout, stderr } = await qms(['-C', 'docs-qms', 'validate']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/已按 iso9001-2000 检查 \d+ 个文件/);
  });
  test('1: findings', async () => {
    const { status, stdout, stderr } = await qms(at('validate'));
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toContain('b.yaml:3:1 error load/schema\n  The file has an unknown field `wrong`.');
    expect(stdout).toMatch(/Checked 6 files against iso9001-2000: 1 documents, 5 registers, 51 clauses, 281 requirement items/);
  });
  test.each([['b.yaml', 'error', 1], ['bom.yaml', 'error', 0], ['bom.yaml', 'warning', 1], ['bom.yaml', 'info', 1], ['good.yaml', 'info', 0]] as const)('validate %s --fail-on %s ends with %i', async (path, severity, expected) => {
    expect((await qms(at('validate', join(root, path), '--fail-on', severity))).status).toBe(expected);
  });
  test.each([
    [['validate', '--nonsense'], 'There is no option --nonsense.', '没有选项 --nonsense。'],
    [['validate', '--formt', 'json'], 'There is no option --formt. Did you mean --format?', '没有选项 --formt。是不是 --format？'],
    [['nonsense'], 'There is no command nonsense.', '没有命令 nonsense。'],
    [['valdate'], 'There is no command valdate. Did you mean validate?', '没有命令 valdate。是不是 validate？'],
    [['validate', '--format', 'yaml'], 'The option -f, --format <name> does not take "yaml"; it takes pretty, json', '选项 -f, --format <name> 不接受“yaml”；可用的值：pretty, json'],
    [['validate', '--format'], 'The option -f, --format <name> needs a value.', '选项 -f, --format <name> 须带一个值。'],
    [['explain'], 'The argument what is missing.', '缺少参数 what。'],
    [['matrix', 'one', 'two'], 'matrix takes at most 0 arguments, 2 were given.', 'matrix 最多接受 0 个参数，给了 2 个。'],
    [['--color', 'pink', 'validate'], 'The option --color <when> does not take "pink"; it takes auto, always, never.', '选项 --color <when> 不接受“pink”；可用的值：auto, always, never。'],
    [[], 'No command was given.', '没有给出命令。'],
    [['validate', 'no/such/file.md'], 'no/such/file.md is no file or folder of this workspace', 'no/such/file.md 不是该工作区'],
    [['validate', '--as-of', 'yesterday'], '--as-of takes a day such as 2004-12-31 or a commit; git knows no commit "yesterday" here.', '--as-of 须是 2004-12-31 这样的日期或一个提交；git 在这里找不到提交“yesterday”。'],
    [['validate', '--shard', '3/2', '--output', 'x'], '--shard takes i/n', '--shard 须写成 i/n'],
    [['validate', '--merge', 'nothing.json'], 'nothing.json is not a file that --shard wrote.', 'nothing.json 不是 --shard 写出的文件。'],
    [['validate', '--since', 'HEAD'], 'git cannot read the state at "HEAD".', 'git 读不出“HEAD”处的状态。'],
    [['validate', '--write-baseline', 'x.yaml'], 'A baseline needs --owner', '存量清单须有 --owner'],
    [['register', 'cats'], 'There is no register "cats".', '没有“cats”这种清单。'],
    [['verify', 'none.zip'], 'There is no pack none.zip.', '没有证据包 none.zip。'],
    [['verify', 'none.zip', '--fingerprint', 'x'], '"x" is no fingerprint.', '“x”不是指纹。'],
    [['export', '--profile', 'nobody', '--output', 'x.zip'], 'There is no redaction profile "nobody".', '没有隐去方案“nobody”。'],
  ] as const)('2: %j, told in both languages', async (args, english, chinese) => {
    const ask = (lang: string): ReturnType<typeof qms> => qms(['-C', root, '--lang', lang, ...args]);
    const [en, zh] = await Promise.all([ask('en'), ask('zh-CN')]);
    for (const [run, prefix, said] of [[en, 'qms: ', english], [zh, 'qms：', chinese]] as const) {
      expect([run.status, run.stdout]).toEqual([2, '']);
      expect(run.stderr.startsWith(prefix)).toBe(true);
      expect(run.stderr).toContain(said);
      expect(run.stderr).not.toMatch(/\n\s+at |Error:/);
    }
    expect(zh.stderr).not.toMatch(/\b(?:error|unknown|argument missing|Allowed|Did you mean|Expected)\b/);
  });
  test('2: no workspace, no folder, a file as folder', async () => {
    const empty = temporaryFolder({ 'file.txt': 'x' });
    expect(await qms(['-C', empty, '--lang', 'en', 'validate'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^qms: No qms\.yaml in .* or above\.\n {2}hint: /) });
    expect(await qms(['-C', join(empty, 'none'), '--lang', 'zh-CN', 'validate'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/^qms：没有这个文件夹：/) });
    expect(await qms(['-C', join(empty, 'file.txt'), '--lang', 'en', 'validate'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/^qms: No such folder: /) });
    expect(await qms(['-C', 'x'.repeat(5000), '--lang', 'en', 'validate'])).toMatchObject({ status: 2, stderr: expect.stringMatching(/^qms: No such folder: /) });
  });
  test('1: a workspace without documents, or without a standard, is no green run', async () => {
    const empty = temporaryFolder(bareWorkspace);
    const { status, stdout } = await qms(['-C', empty, '--lang', 'en', 'validate']);
    expect(status).toBe(1);
    expect(stdout).toContain('qms.yaml:1:1 error workspace/no-documents');
    const lawless = temporaryFolder({ 'qms.yaml': 'kind: workspace\nlanguage: en\norganization: A\n' });
    const run = await qms(['-C', lawless, 'validate']);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('workspace/unknown-standard');
    const blank = temporaryFolder({ 'qms.yaml': '' });
    expect((await qms(['-C', blank, '--lang', 'en', 'validate'])).status).toBe(1);
  });
  test('words of the user and of the manual steer no terminal', async () => {
    const hostile = temporaryFolder({ 'qms.yaml': 'kind: workspace\nstandard: "x\\e[31my"\nlanguage: en\norganization: A\n' });
    const [argument, standard, path] = await Promise.all([qms(['-C', root, 'bad\u001b[31m']), qms(['-C', hostile, 'validate']), qms(['-C', root, 'validate', 'a\u009b\u202e\n::error::x'])]);
    for (const { stdout, stderr } of [argument, standard, path]) {
      // oxlint-disable-next-line no-control-regex -- raw controls are what is looked for
      expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
    expect(standard.stdout).toContain('\\u{1b}[31m');
  });
});

describe.concurrent('help and version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  test('--version tells what package.json says, whatever npm thinks', async () => {
    expect(await qms(['--version'], { env: { ...environment, npm_package_version: '9.9.9' } })).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(await qms(['-V'], { cwd: root })).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });
  test('help in English and in Chinese', async () => {
    const [en, zh] = await Promise.all([qms(['--help', '--lang', 'en']), qms(['--lang=zh-CN', '--help'])]);
    expect([en.status, zh.status]).toEqual([0, 0]);
    for (const { name, summary } of commands) {
      if (!name.includes(' ')) { // the others stand in the help of their group
        expect(en.stdout).toContain(summary.en.slice(0, 20));
        expect(zh.stdout).toContain(summary['zh-CN'].slice(0, 8));
      }
      expect(zh.stdout).toContain(name.split(' ')[0]);
    }
    expect(zh.stdout).not.toMatch(/Usage|Options|Commands|choices|default|display help|\[options\]/);
    expect(en.stdout).not.toMatch(/[\u4e00-\u9fff]/);
  });
  test.each(commands.filter(({ name }) => ['validate', 'explain', 'matrix', 'new'].includes(name)).map(({ name }) => name))('%s --help', async (name) => {
    const [en, zh] = await Promise.all([qms([name, '--help'], { env: { ...environment, LANG: 'en_US.UTF-8' } }), qms([name, '--help'], { env: { ...environment, LANG: 'zh_CN.UTF-8' } })]);
    expect([en.status, zh.status, en.stderr + zh.stderr]).toEqual([0, 0, '']);
    expect(en.stdout).toMatch(new RegExp(`^Usage: qms ${name}`));
    expect(zh.stdout).toMatch(new RegExp(`^用法： ?qms ${name}`));
    expect(zh.stdout).not.toMatch(/Usage|Options|Arguments|choices|default|display help|\[options\]/);
  });
  test('--lang goes before the language of the workspace, and that before the machine\'s', async () => {
    const chinese = await qms(['-C', root, 'validate', 'good.yaml'], { cwd: root, env: { ...environment, LANG: 'en_US.UTF-8' } });
    expect(chinese.stdout).toContain('未发现问题。');
    const english = await qms(['-C', root, 'validate', 'good.yaml', '--lang', 'en'], { cwd: root, env: { ...environment, LANG: 'zh_CN.UTF-8' } });
    expect(english.stdout).toContain('No findings.');
  });
});

describe.concurrent('output', () => {
  test('-C and the folder one stands in find the same workspace', async () => {
    addFiles(root, { 'deep/down/c.yaml': 'kind: channels\nchannels: []\n' });
    const [there, inside, below] = await Promise.all([qms(at('validate', '--format', 'json')), qms(['--lang', 'en', 'validate', '--format', 'json'], { cwd: root }), qms(['--lang', 'en', 'validate', '--format', 'json'], { cwd: join(root, 'deep/down') })]);
    expect(inside.stdout).toBe(there.stdout);
    expect(below.stdout).toBe(there.stdout);
  });
  test('seen from above, paths lead from there', async () => {
    const { stdout } = await qms(['--lang', 'en', '-C', join(root, '..'), 'validate']);
    expect(stdout).toBe('');
    const { diagnostics } = JSON.parse((await qms(['-C', 'docs-qms', 'validate', '--format', 'json'])).stdout) as { diagnostics: { path: string }[] };
    expect(diagnostics.every(({ path }) => existsSync(resolve('docs-qms', path)))).toBe(true);
  });
  test('--output writes what would be shown, and shows nothing', async () => {
    const file = join(temporaryFolder(), 'new/report.json');
    const [shown, written] = await Promise.all([qms(at('validate', '--format', 'json')), qms(at('validate', '--format', 'json', '--output', file))]);
    expect(written).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(shown.stdout);
  });
  test.runIf(posix)('--output into a device writes into it and leaves it one; a link is replaced, not followed', async () => {
    expect(await qms(at('validate', '--output', '/dev/null'))).toMatchObject({ status: 1, stderr: '' });
    expect(execFileSync('stat', ['-c', '%F', '/dev/null']).toString()).toBe('character special file\n');
    expect(await collect('/bin/sh', ['-c', `"${process.execPath}" "${bin}" validate --format json --output /dev/stdout | cat`], { cwd: root })).toMatchObject({ stdout: expect.stringMatching(/^\{[^]*\}\n$/), stderr: '' });
    expect(await qms(at('validate', '--output', '/dev/full'))).toMatchObject({ status: 2, stderr: expect.stringMatching(/^qms: Cannot write \/dev\/full: /) });
    const folder = temporaryFolder({ 'precious.txt': 'precious' });
    symlinkSync('precious.txt', join(folder, 'report.txt'));
    expect((await qms(at('validate', '--output', join(folder, 'report.txt')))).status).toBe(1);
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious');
  });
  test('--output where nothing can be written ends with 2', async () => {
    expect(await qms(at('validate', '--output', root))).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^qms: Cannot write /) });
    expect(await qms(at('validate', '--output', join(root, 'qms.yaml', 'x')))).toMatchObject({ status: 2, stderr: expect.stringMatching(/^qms: Cannot write /) });
  });
  test.runIf(posix).each([['validate good.yaml'], ['validate --format sarif'], ['--help'], ['--version'], ['register --format csv']])('%s into a full device ends with 2, in one sentence', async (words) => {
    const { status, stderr } = await collect('/bin/sh', ['-c', `"${process.execPath}" "${bin}" --lang en ${words} > /dev/full`], { cwd: root });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^qms: The output did not arrive: /);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
  test.runIf(posix)('a reader that leaves early makes no noise, and no zero', async () => {
    const { stdout, stderr } = await collect('/bin/sh', ['-c', `{ "${process.execPath}" "${bin}" --lang en validate --format json; echo "ended with $?" >&2; } | head -1`], { cwd: temporaryFolder(large(1500)) });
    expect(stdout).toBe('{\n');
    expect(stderr).toBe('ended with 2\n');
  });
  test('3 MB into a slow pipe arrive whole', async () => {
    const cwd = temporaryFolder(large(7000));
    const child = spawn(process.execPath, [bin, '--lang', 'en', 'validate', '--format', 'json'], { cwd, env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const chunks: Buffer[] = [];
    let slept = 0;
    for await (const chunk of child.stdout) {
      chunks.push(chunk as Buffer);
      if (slept++ < 40) await new Promise((done) => setTimeout(done, 10));
    }
    const text = Buffer.concat(chunks).toString('utf8');
    expect(await ended).toBe(1);
    expect(text.length).toBeGreaterThan(3_000_000);
    expect((JSON.parse(text) as { diagnostics: unknown[] }).diagnostics.length).toBeGreaterThan(6000);
  });
  test('no colours in a pipe; --color always brings them', async () => {
    const [plain, colored, file] = await Promise.all([qms(at('validate')), qms(['--color', 'always', ...at('validate')]), qms(['--color', 'always', ...at('validate', '--output', join(temporaryFolder(), 'x.txt'))])]);
    expect(plain.stdout).not.toContain('\u001b');
    expect(colored.stdout).toContain('\u001b[');
    expect(file.stdout).toBe('');
  });
  test('the same call gives the same bytes', async () => {
    const runs = await Promise.all(['Asia/Shanghai', 'UTC'].map((TZ) => qms(at('validate', '--format', 'sarif'), { env: { ...environment, TZ, LC_ALL: TZ === 'UTC' ? 'C' : 'zh_CN.UTF-8', SOURCE_DATE_EPOCH: '1104451200' } })));
    expect(runs[0]?.stdout).toBe(runs[1]?.stdout);
  });
});

/** A workspace with that many findings of one kind. */
function large(length: number): Record<string, string> {
  const entries = Array.from({ length }, (_, index) => `  - {id: s${index}, name: 甲公司, provides: 印刷, wrong: 1}\n`).join('');
  return { ...faulty, 'large.yaml': `kind: suppliers\nsuppliers:\n${entries}` };
}
