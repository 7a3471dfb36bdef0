import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Env, Outcome } from '#model/command.ts';
import { unzipSync } from 'fflate';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace, memoryTree } from '../memory.ts';

const commit = { commit: 'c'.repeat(40), date: '2004-12-01' };
const files = { ...bareWorkspace, '制度/ZD-01.md': '---\ntype: rule\nid: AB/ZD-01\ntitle: 制度\n---\n# 制度\n\n正文。\n' };

/** A workspace as it lies there, and as its one commit holds it. */
function inGit(there: Readonly<Record<string, string>>, stored: Readonly<Record<string, string>> = there): Env {
  const env = memoryEnv(there, 'en');
  return { ...env, host: { ...env.host, head: async () => commit.commit, commitAt: async (_, ref) => (ref === 'HEAD' || ref === commit.commit ? commit : null), readTreeAt: async () => memoryTree(stored) } };
}

async function bytesOf({ stream }: Outcome): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream?.pieces ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The pack as its files, without the folder, and what is said when it stands. */
async function packOf(env: Env, options: Record<string, unknown> = {}): Promise<{ folder: string; files: Map<string, Buffer>; told: string; bytes: Buffer }> {
  const outcome = await runCommand('export', env, [], { output: 'p.zip', withFindings: true, ...options });
  const bytes = await bytesOf(outcome);
  const entries = Object.entries(unzipSync(bytes));
  const [folder] = (entries[0]?.[0] ?? '').split('/') as [string];
  return { folder, bytes, told: outcome.stream?.told() ?? '', files: new Map(entries.map(([name, content]) => [name.slice(folder.length + 1), Buffer.from(content)])) };
}

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
