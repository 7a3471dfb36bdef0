import { expect, test } from 'vitest';
import { verifySignature } from '#model/sshsig.ts';
import type { Env } from '#model/command.ts';
import { softwareKey } from '../model/software-key.ts';
import type { Signer } from '../model/openssh.ts';
import { runCommand } from '../env.ts';
import { bytesOf, inGit, packOf as wholePackOf } from './packs.ts';
import { asZip, judgePack, sourceOf } from '../pack/bags.ts';
import { small } from './small.ts';

const [first, second, other] = [softwareKey(), softwareKey(), softwareKey()];
const keys = new Map([['first', first], ['second', second], ['other', other]]);
const list = (line: string): Record<string, string> => ({ 'approvals/allowed_signers': line });

/** `small`, in git, with people p1 and p2 and keys that sign by name. */
function world(more: Readonly<Record<string, string>> = {}): Env {
  const env = inGit({ ...small, 'organization.yaml': small['organization.yaml']?.replace('people:\n', 'people:\n  - { id: p2, name: 乙二, unit: office }\n') ?? '', ...more });
  return { ...env, host: { ...env.host, sign: async (message, key, namespace) => (keys.get(key.replace('/w/', '')) as Signer).sign(message, namespace) } };
}

/** One clause: what is signed does not matter here, and a page for each would take its time. */
const packOf = (env: Env, more: Record<string, unknown> = {}): ReturnType<typeof wholePackOf> => wholePackOf(env, { clauses: ['4.2.3'], ...more });
const signed = (env: Env, more: Record<string, unknown> = {}): ReturnType<typeof packOf> => packOf(env, { sign: 'first', as: 'p1', ...more });
const over = (bag: ReadonlyMap<string, Buffer>, person: string): boolean =>
  verifySignature({ signature: bag.get(`signatures/tagmanifest-sha512.txt.${person}.sig`) ?? Buffer.alloc(0), message: bag.get('tagmanifest-sha512.txt') as Buffer, namespace: 'qms-evidence' }).ok;

test('the signature is over the tag manifest and outside it; the key is in the list of signers and told for the letter', async () => {
  const { files: bag, told, bytes } = await signed(world());
  expect(over(bag, 'p1')).toBe(true);
  expect(bag.get('tagmanifest-sha512.txt')?.toString()).not.toContain('signatures/');
  expect(bag.get('allowed_signers')?.toString()).toBe(`p1 namespaces="qms-evidence" ${first.line}\n`);
  expect(bag.get('bag-info.txt')?.toString()).toContain('Signed-By: p1\n');
  expect(told).toMatch(/signed by p1 with the key SHA256:\S{43}\n/);
  expect(bytes.equals((await signed(world())).bytes)).toBe(true);
});

test('the workspace\'s own list comes first: it is copied as it stands where it names the key for packs, and goes before where it does not', async () => {
  const named = `# ours\np* namespaces="qms-*" ${first.line}\n`;
  expect((await signed(world(list(named)))).files.get('allowed_signers')?.toString()).toBe(named);
  const approvalsOnly = `p1 namespaces="qms-approval" ${first.line}`;
  expect((await signed(world(list(approvalsOnly)))).files.get('allowed_signers')?.toString()).toBe(`${approvalsOnly}\np1 namespaces="qms-evidence" ${first.line}\n`);
  expect((await packOf(world(list(approvalsOnly)))).files.get('allowed_signers')?.toString()).toBe(approvalsOnly);
  await expect(signed(world(list(`p1 namespaces="qms-evidence",valid-before="20040601Z" ${first.line}\n`)))).rejects.toThrow('only before');
});

test('who signs is a person of the organization, and a key that does not work is told before anything is made', async () => {
  await expect(signed(world(), { as: 'p9' })).rejects.toMatchObject({ args: { wrong: { en: 'there is no person "p9".' } } });
  await expect(packOf(world(), { as: 'p1' })).rejects.toThrow('the key is missing');
  const failing = { ...world(), host: { ...world().host, sign: async () => { throw new Error('no such key'); }, openPrinter: async () => { throw new Error('printed'); } } };
  await expect(signed(failing, { pdf: undefined })).rejects.toThrow('no such key');
});

const both = `p1 namespaces="qms-evidence" ${first.line}\np2 namespaces="qms-evidence" ${second.line}\n`;

const faults = (bytes: Buffer): string[] => judgePack(asZip(bytes)).filter(({ code }) => code !== 'pack/signer-unknown').map(({ code, at }) => `${code} ${at.path}`);

/** `cosign` on these bytes; the bytes that it makes of them. */
async function cosign(bytes: Buffer, key: string, person: string): Promise<Buffer> {
  const env = world();
  const outcome = await runCommand('cosign', { ...env, host: { ...env.host, openFile: async () => sourceOf(bytes) } }, ['p.zip'], { sign: key, as: person });
  if (outcome.exit !== 0) throw new Error(outcome.text);
  return bytesOf(outcome);
}

test('a second signature leaves the first and all else as they are, in whatever order they come', async () => {
  const unsigned = (await packOf(world(list(both)))).bytes;
  const { bytes } = await signed(world(list(both)));
  const twice = await cosign(bytes, 'second', 'p2');
  const end = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  expect(twice.subarray(0, end).equals(bytes.subarray(0, end))).toBe(true);
  expect(faults(twice)).toEqual([]);
  const later = await cosign(await cosign(unsigned, 'second', 'p2'), 'first', 'p1');
  expect(faults(later)).toEqual([]);
  await expect(cosign(twice, 'second', 'p2')).rejects.toThrow('has signed this pack already');
});

test('nobody co-signs with a key the pack does not list, what does not hold, or an archive that was packed anew', async () => {
  const { bytes } = await signed(world());
  await expect(cosign(bytes, 'second', 'p2')).rejects.toMatchObject({ args: { verdict: 'unknown-key', line: `p2 namespaces="qms-evidence" ${second.line}` } });
  const { bytes: listed } = await signed(world(list(both)));
  const altered = Buffer.from(listed);
  altered[altered.indexOf('organization: 某局')] = 0x4f;
  await expect(cosign(altered, 'second', 'p2')).rejects.toThrow('pack/damaged');
  const commented = Buffer.concat([listed.subarray(0, -2), Buffer.from([1, 0, 0x61])]);
  await expect(cosign(commented, 'second', 'p2')).rejects.toThrow('was not written by qms');
});

test('a signature that somebody else put in meanwhile is not lost', async () => {
  const { bytes } = await packOf(world(list(both)));
  const theirs = await cosign(bytes, 'first', 'p1');
  const env = world();
  const files_ = [bytes, theirs];
  const outcome = await runCommand('cosign', { ...env, host: { ...env.host, openFile: async () => sourceOf(files_.shift() ?? theirs) } }, ['p.zip'], { sign: 'second', as: 'p2' });
  await expect(bytesOf(outcome)).rejects.toThrow('changed by somebody else');
});

test('a pack that was unpacked gets the signature as one more file', async () => {
  const { files: bag } = await packOf(world(list(both)));
  const env = world();
  const folder = { folders: ['data'], files: [...bag].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => ({ path, size: bytes.length, open: () => sourceOf(bytes) })) };
  const { exit, artifacts = [] } = await runCommand('cosign', { ...env, host: { ...env.host, listFolder: async () => folder } }, ['out/pack/'], { sign: 'second', as: 'p2' });
  expect([exit, artifacts.map(({ path, exclusive }) => [path, exclusive])]).toEqual([0, [['out/pack/signatures/tagmanifest-sha512.txt.p2.sig', true]]]);
});
