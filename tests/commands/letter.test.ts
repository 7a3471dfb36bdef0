import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Env } from '#model/command.ts';
import { fonts } from '#host/fonts.ts';
import { runCommand } from '../env.ts';
import { softwareKey } from '../model/software-key.ts';
import { sourceOf } from '../pack/bags.ts';
import { inGit, packOf } from './packs.ts';
import { small } from './small.ts';

const key = softwareKey();
const git = inGit(small);
const env: Env = { ...git, host: { ...git.host, sign: async (message, _, namespace) => key.sign(message, namespace) } };
const letterOf = (bytes: Buffer, options: Record<string, unknown> = {}) => runCommand('letter', { ...env, host: { ...env.host, openFile: async () => sourceOf(bytes) } }, ['out/p.zip'], options);

test('the letter bears what a pack cannot prove of itself: extent, digest of the tag manifest, fingerprints; and room to sign', async () => {
  const { files, bytes, told } = await packOf(env, { sign: 'key', as: 'p1', clauses: ['8.5'] });
  const digest = createHash('sha512').update(files.get('tagmanifest-sha512.txt') as Buffer).digest('hex');
  const facts = JSON.parse((await letterOf(bytes, { format: 'json' })).text as string) as Record<string, unknown>;
  expect(facts).toMatchObject({ file: 'p.zip', folder: 'QMS-evidence-某局-2004-12-01', digest, commit: 'c'.repeat(40), selection: 'clauses=8.5', signatures: [{ person: 'p1', fingerprint: /SHA256:\S{43}/.exec(told)?.[0] }] });
  expect(told).toContain(`Payload-Oxum: ${String(facts['bytes'])}.${String(facts['files'])}`);
  const { text = '' } = await letterOf(bytes);
  expect(text.replace(/\s/g, '')).toContain(digest);
  expect(text).toMatch(/Handed over +_+/);
  expect((await letterOf(bytes, { format: 'html' })).text).toContain('Received and compared');
});

test('of a pack that does not hold no letter is written', async () => {
  const { bytes } = await packOf(env);
  const broken = Buffer.from(bytes);
  const at = broken.indexOf('某局', broken.indexOf('data/source/organization.yaml'));
  broken.writeUInt8((broken[at] as number) ^ 1, at);
  expect(await letterOf(broken)).toMatchObject({ exit: 1, notes: 'No letter: the pack does not hold.\n' });
});

test('it is printed by the browser that the reader names', async () => {
  const { bytes } = await packOf(env);
  let asked: unknown;
  const host = { ...env.host, fonts, openFile: async () => sourceOf(bytes), openPrinter: async (choice: unknown) => { asked = choice; throw new Error('seen'); } };
  await expect(runCommand('letter', { ...env, host: host as Env['host'] }, ['out/p.zip'], { format: 'pdf', output: 'l.pdf', browserUrl: ['ws://one', 'ws://two'] })).rejects.toThrow('seen');
  expect(asked).toEqual({ urls: ['ws://one', 'ws://two'] });
});
