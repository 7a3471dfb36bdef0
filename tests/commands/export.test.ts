import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
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
