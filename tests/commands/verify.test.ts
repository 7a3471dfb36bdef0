import { describe, expect, test } from 'vitest';
import type { Env, Outcome } from '#model/command.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { bareWorkspace, memoryTree, parseFiles } from '../memory.ts';
import { asFolder, hash, sourceOf, withTagManifests, manifestOf } from '../pack/bags.ts';
import { entriesOf, zipOf } from '../pack/zips.ts';
import { approved, people, policy, prepared, reviewed, text } from '#rules/shared/signed-example.ts';
import { inGit, packOf } from './packs.ts';

const signedFiles = { ...bareWorkspace, ...parseFiles(`${policy}${people}${text}${prepared}${reviewed}${approved}`) };
const path = 'data/source/procedures/QP-01.md';

/** `verify` of these bytes, in a world with that workspace. */
async function verify(bytes: Buffer, options: Record<string, unknown> = {}, env: Env = inGit(signedFiles)): Promise<Outcome & { told: string[]; figures: Record<string, unknown> }> {
  const outcome = await runCommand('verify', { ...env, host: { ...env.host, openFile: async () => sourceOf(bytes), exists: async (one) => one.endsWith('/elsewhere') } }, ['p.zip'], { format: 'json', ...options });
  const { diagnostics, checked } = JSON.parse(outcome.text ?? '') as { diagnostics: { code: string; path: string; severity: string }[]; checked: Record<string, unknown> };
  return { ...outcome, figures: checked, told: diagnostics.filter(({ code }) => code !== 'pack/unsigned').map((one) => `${one.code} ${one.path}`) };
}

/** The pack changed by hand and sealed anew, as whoever holds no key can do it. */
async function resealed(change: (files: Record<string, Uint8Array | string>) => void, options: Record<string, unknown> = {}): Promise<Buffer> {
  const { files, folder } = await packOf(inGit(signedFiles), options);
  const bag: Record<string, Uint8Array | string> = Object.fromEntries(files);
  change(bag);
  const data = Object.fromEntries(Object.entries(bag).filter(([one]) => one.startsWith('data/')));
  bag['manifest-sha512.txt'] = manifestOf(data, 'sha512');
  const size = Object.values(data).reduce((sum, one) => sum + Buffer.from(one as string).length, 0);
  bag['bag-info.txt'] = Buffer.from(bag['bag-info.txt'] as Uint8Array).toString().replace(/Payload-Oxum: .*/, `Payload-Oxum: ${size}.${Object.keys(data).length}`);
  return zipOf(entriesOf(withTagManifests(bag, ['sha512']), folder));
}

describe('verify', () => {
  test('says what it checked: files, bytes, digests, approvals; in both languages; and explains each code', async () => {
    const { bytes, files } = await packOf(inGit(signedFiles));
    const { exit, told, figures } = await verify(bytes);
    expect([exit, told]).toEqual([0, []]);
    expect(figures['verdict']).toBe('consistent');
    expect((await verify(bytes, { digest: hash('sha512', files.get('tagmanifest-sha512.txt') as Buffer) })).figures['verdict']).toBe('vouched');
    expect(figures).toMatchObject({ files: files.size, digests: files.size - 1, approvals: { approvals: 3, signed: 0, redacted: 0 } });
    for (const [locale, words] of [['en', 'agrees with itself'], ['zh-CN', '自相一致']] as const) {
      expect((await runCommand('verify', { ...inGit(signedFiles), locale, host: { ...inGit(signedFiles).host, openFile: async () => sourceOf(bytes) } }, ['p.zip'])).text).toContain(words);
    }
    expect((await runCommand('explain', inGit(signedFiles), ['pack/renamed'])).text).toContain('pack/renamed');
  });
  test('a pack sealed anew around an edited text is found out by its approvals', async () => {
    const edited = await resealed((bag) => { bag[path] = `${Buffer.from(bag[path] as Uint8Array).toString()}\n另加一句。\n`; });
    expect((await verify(edited)).told).toEqual([`approval/silent-edit ${path}`]);
    const muted = await resealed((bag) => {
      bag[path] = `${Buffer.from(bag[path] as Uint8Array).toString()}\n另加一句。 <!-- qms-ignore approval/silent-edit: 无妨 -->\n`;
      bag['data/source/qms.yaml'] = `${Buffer.from(bag['data/source/qms.yaml'] as Uint8Array).toString()}rules: { approval/silent-edit: off }\n`;
    });
    expect((await verify(muted)).told).toContain(`approval/silent-edit ${path}`);
  });
  test('a file altered without sealing is told once', async () => {
    const { files, folder } = await packOf(inGit(signedFiles));
    const altered = zipOf(entriesOf({ ...Object.fromEntries(files), [path]: 'else' }, folder));
    expect((await verify(altered)).told).toEqual([`pack/altered ${path}`]);
  });
  test('--against: equal; and file by file what differs, is missing, is extra', async () => {
    const { bytes } = await packOf(inGit(signedFiles));
    expect((await verify(bytes, { against: 'HEAD' })).figures).toMatchObject({ comparison: { different: 0, notMade: 0 } });
    const { 'organization.yaml': organization, ...others } = signedFiles as Record<string, string>;
    const later = { ...others, 'organization.yaml': `${organization}# later\n`, 'new.yaml': 'kind: channels\nchannels: []\n' };
    const { exit, told } = await verify(bytes, { against: 'HEAD' }, inGit(later));
    expect([exit, told.filter((one) => !one.includes('data/report'))]).toEqual([1, ['pack/differs data/source/new.yaml', 'pack/differs data/source/organization.yaml']]);
    const less = Object.fromEntries(Object.entries(signedFiles).filter(([one]) => !one.startsWith('procedures/'))) as Record<string, string>;
    expect((await verify(bytes, { against: 'HEAD' }, inGit(less))).told).toContain(`pack/differs ${path}`);
    const env = inGit(signedFiles);
    const elsewhere = { ...env, host: { ...env.host, findWorkspace: async () => '/elsewhere', readTree: async () => memoryTree(Object.fromEntries(Object.entries(signedFiles).map(([one, content]) => [one, content.replaceAll('\n', '\r\n')]))) } };
    expect((await verify(bytes, { against: '/elsewhere' }, elsewhere)).told.filter((one) => !one.includes('data/report'))).toEqual([]);
  });
  test('a redacted copy: its approvals are for the original, which --against finds again', async () => {
    const world = inGit({ ...signedFiles, 'procedures/QP-01.md': `${signedFiles['procedures/QP-01.md' as keyof typeof signedFiles]}` , 'cases.yaml': 'kind: case-ledger\nblock: enforcement\ncases: [{ no: 文件控制程序, type: 一般程序案件 }]\n' });
    const { bytes, files } = await packOf(world, { profile: 'certifier' });
    expect(files.get(path)?.toString()).toContain('〔案号-1〕');
    const { exit, told, figures } = await verify(bytes, { against: 'HEAD' }, world);
    expect([exit, told]).toEqual([0, [`pack/redacted-copy ${path}`]]);
    expect(figures).toMatchObject({ approvals: { redacted: 1 }, comparison: { different: 0 } });
  });
  test('wrong use is told, exit 2: no such pack, no fingerprint, no list', async () => {
    const env = memoryEnv(bareWorkspace, 'en');
    await expect(runCommand('verify', env, ['none.zip'])).rejects.toThrow('There is no pack {name}.');
    await expect(runCommand('verify', env, ['none.zip'], { fingerprint: 'SHA256:short' })).rejects.toThrow('is no fingerprint');
    await expect(runCommand('verify', env, ['none.zip'], { digest: 'abc' })).rejects.toThrow('is no sha512');
    await expect(runCommand('verify', env, ['none.zip'], { signers: 'none' })).rejects.toThrow('no list of signers');
  });
  test('--fail-on: a warning falls when asked', async () => {
    const bag = Object.fromEntries((await packOf(inGit(signedFiles))).files);
    const env = memoryEnv(bareWorkspace, 'en');
    const host = { ...env.host, listFolder: async () => ({ folders: ['data'], files: Object.keys(bag).sort().map((one) => ({ path: one, size: (bag[one] as Buffer).length, open: () => sourceOf(bag[one] as Buffer) })) }) };
    expect(asFolder(bag).files.length).toBe(Object.keys(bag).length);
    expect((await runCommand('verify', { ...env, host }, ['folder'])).exit).toBe(0);
    expect((await runCommand('verify', { ...env, host }, ['folder'], { failOn: 'info' })).exit).toBe(1);
  });
});
