import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Env } from '#model/command.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace } from '../memory.ts';
import { commit, inGit, packOf } from './packs.ts';

const files = { ...bareWorkspace, '制度/ZD-01.md': '---\ntype: rule\nid: AB/ZD-01\ntitle: 制度\n---\n# 制度\n\n正文。\n' };
const sha512 = (bytes: Uint8Array): string => createHash('sha512').update(bytes).digest('hex');

describe('export', () => {
  test('makes a bag: every file of data/ in the manifest and every tag file in the tag manifest, with their digests, and how much there is', async () => {
    const { files: bag, folder } = await packOf(inGit(files));
    expect(folder).toBe('QMS-evidence-某局-2004-12-01');
    expect(bag.get('bagit.txt')?.toString()).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
    const list = (paths: string[]): string => paths.sort().map((path) => `${sha512(bag.get(path) as Buffer)}  ${path}\n`).join('');
    const [payload, tags] = [[...bag.keys()].filter((path) => path.startsWith('data/')), [...bag.keys()].filter((path) => !/^(?:data|signatures)\/|^tagmanifest/.test(path))];
    expect(bag.get('manifest-sha512.txt')?.toString()).toBe(list(payload));
    expect(bag.get('tagmanifest-sha512.txt')?.toString()).toBe(list(tags));
    expect(bag.get('data/source/制度/ZD-01.md')?.toString()).toBe(files['制度/ZD-01.md']);
    const size = payload.reduce((sum, path) => sum + (bag.get(path) as Buffer).length, 0);
    expect(bag.get('bag-info.txt')?.toString().split('\n')).toEqual(expect.arrayContaining([`Payload-Oxum: ${size}.${payload.length}`, `Source-Commit: ${commit.commit}`, 'Bagging-Date: 2004-12-01']));
  });
  test('is the same on any day, whatever the reader speaks', async () => {
    const [one, two] = [await packOf(inGit(files)), await packOf({ ...inGit(files), today: '2005-03-01', locale: 'zh-CN' })];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });
  test('refuses what is not committed, by name, and takes what is with --as-of HEAD; line ends do not count', async () => {
    const there = { ...files, '制度/ZD-01.md': `${files['制度/ZD-01.md']}改。\n`, 'new.md': '新', 'P.zip': 'no part of it' };
    await expect(packOf(inGit(there, files))).rejects.toMatchObject({ args: { files: 'new.md, 制度/ZD-01.md' } });
    expect((await packOf(inGit(there, files), { asOf: 'HEAD' })).files.get('data/source/制度/ZD-01.md')?.toString()).toBe(files['制度/ZD-01.md']);
    const crlf = { ...files, '制度/ZD-01.md': files['制度/ZD-01.md'].replaceAll('\n', '\r\n') };
    expect((await packOf(inGit(crlf, files))).files.get('data/source/制度/ZD-01.md')?.toString()).toBe(files['制度/ZD-01.md']);
  });
  test('a file too large to be a text is compared too', async () => {
    const large = { ...files, 'scan.tif': 'x'.repeat(11 * 2 ** 20) };
    expect((await packOf(inGit(large), { clauses: ['4.2.3'], dryRun: true })).notes).not.toContain('scan.tif');
    await expect(packOf(inGit({ ...large, 'scan.tif': large['scan.tif'].replace('x', 'y') }, large))).rejects.toMatchObject({ args: { files: 'scan.tif' } });
  });
  test('outside git names no commit', async () => {
    const info = (await packOf(memoryEnv(files))).files.get('bag-info.txt')?.toString() ?? '';
    expect(info).not.toContain('Source-Commit');
    expect(info).toContain('Bagging-Date: 2004-12-31');
  });
  test('errors stop it, and are named; --with-findings takes them along and says so', async () => {
    const stopped = await runCommand('export', inGit(files), [], { output: 'p.zip' });
    expect([stopped.exit, stopped.stream]).toEqual([1, undefined]);
    expect(stopped.notes).toMatch(/^organization\.yaml:1: .+ \(organization\/no-representative\)\n[^]*no pack was written/);
    const { files: bag } = await packOf(inGit(files));
    const report = JSON.parse(bag.get('data/report/validate.json')?.toString() ?? '') as { diagnostics: { severity: string }[] };
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(0);
    expect(bag.get('bag-info.txt')?.toString()).toContain(`Check-Errors: ${errors}\n`);
    expect(bag.get('data/report/validate.sarif')?.toString()).toContain('"$schema"');
  });
  test('refuses a name that cannot be unpacked or checked everywhere', async () => {
    await expect(packOf(inGit({ ...files, 'a%20b.md': 'x' }))).rejects.toMatchObject({ args: { path: 'data/source/a%20b.md' } });
    await expect(packOf(inGit({ ...files, 'A.md': 'x', 'a.md': 'y' }))).rejects.toMatchObject({ args: { path: 'data/source/a.md', twin: 'data/source/A.md' } });
  });
});

describe('what the reader is told', () => {
  test('--dry-run lists what would go in, with sizes, and writes nothing', async () => {
    const { stream, text = '', artifacts } = await runCommand('export', inGit(files), [], { withFindings: true, pdf: false, dryRun: true });
    expect([stream, artifacts]).toEqual([undefined, undefined]);
    const { files: bag } = await packOf(inGit(files));
    const payload = [...bag].filter(([path]) => path.startsWith('data/')).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(text.split('\n').slice(0, -2)).toEqual(payload.map(([path, bytes]) => `${String(bytes.length).padStart(10)}  ${path}`));
    expect(text).toContain(`\n${payload.length} files, ${payload.reduce((sum, [, bytes]) => sum + bytes.length, 0)} bytes\n`);
  });
  test('bag-info.txt says in words what the pack is and what it is not', async () => {
    const described = async (env: Env, options: Record<string, unknown> = {}): Promise<string> => /^External-Description: (.+)$/m.exec((await packOf(env, options)).files.get('bag-info.txt')?.toString() ?? '')?.[1] ?? '';
    expect(await described(inGit(files))).toMatch(/^质量管理体系证据包（iso9001-2000），2004-12-01的状态。检查发现 \d+ 个错误，见 data\/report。$/);
    expect(await described(memoryEnv(files))).toContain('取自未由 git 管理的文件');
    expect(await described(inGit(files), { blocks: ['support'] })).toContain('未纳入的职能板块');
  });
  test('what came into force since the commit is named, where no day was asked for', async () => {
    const soon = { ...files, 'ZD-02.md': '---\ntype: rule\nid: AB/ZD-02\ntitle: 制度\nstatus: effective\neffective: "2004-12-20"\n---\n# 制度\n\n正文。\n' };
    expect((await packOf(inGit(soon))).notes).toContain('changes for AB/ZD-02; --as-of 2004-12-31 shows today');
    expect((await packOf(inGit(soon), { asOf: '2004-12-31' })).notes).not.toContain('changes for');
    expect((await packOf({ ...inGit(soon), today: '2004-12-19' })).notes).not.toContain('changes for');
  });
});
