import { optionText, type Env, type Given } from '#model/command.ts';
import { allowedSignersPath } from '#model/approval.ts';
import { allowedKeys, parseAllowedSigners, type KeyVerdict } from '#model/allowed-signers.ts';
import type { SshKey } from '#model/ssh-key.ts';
import { verifySignature } from '#model/sshsig.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { entryBytes } from '#load/entry.ts';
import type { BagPlan } from '#pack/bag.ts';
import { evidenceNamespace } from '#pack/layout.ts';
import { absolutePath } from '../paths.ts';
import { needPerson } from '../person.ts';
import type { ExportScope } from './scope.ts';

/** Who signs a pack, with which key; `list` is the pack's list of signers, null where nobody is named. */
export interface PackSigner { readonly list: Uint8Array | null; readonly key?: SshKey; readonly signature?: NonNullable<BagPlan['signature']> }

export const nobody: PackSigner = { list: null };

/**
 * The signer that --sign and --as name. A first signature over nothing that counts tells the key, and a key that does not work before pages are printed for minutes.
 * The pack's list of signers is the workspace's; a key that it does not name for packs is written below it: inside the pack it proves nothing but that all fits together,
 * what it is worth is known from outside (the hand-over letter).
 */
export async function packSigner({ opened, project, date }: ExportScope, given: Given, env: Env): Promise<PackSigner> {
  const list = entryBytes(opened.tree.get(allowedSignersPath));
  const file = optionText(given, 'sign');
  if (file === undefined) {
    if (optionText(given, 'as') === undefined) return { list };
    throw new UsageError({ en: '--as says who signs; the key is missing.', 'zh-CN': '--as 写明由谁签名，但没有给出密钥。' }, {}, { en: 'Name it with --sign KEY.', 'zh-CN': '请用 --sign 写明密钥文件。' });
  }
  const person = await needPerson(given, env, project, 'as', { en: 'Who signs the pack?', 'zh-CN': '证据包由谁签名？' });
  if (!/^[\p{L}\p{N}._@+-]+$/u.test(person)) throw new UsageError({ en: '"{person}" cannot stand in a list of signers.', 'zh-CN': '“{person}”不能写进签名人清单。' }, { person }, { en: 'Such a list takes letters, digits and . _ @ + -', 'zh-CN': '清单里只能用字母、数字和 . _ @ + -' });
  const key = await keyOf(file, env);
  const text = list && Buffer.from(list).toString('utf8');
  const { verdict } = allowedKeys(parseAllowedSigners(text ?? '').signers, person, evidenceNamespace, endOf(date))({ key });
  const why = refusals[verdict];
  if (why) throw new UsageError(why, { person, fingerprint: key.fingerprint, path: allowedSignersPath, date });
  return {
    list: verdict === 'good' ? list : Buffer.from(`${text === null || text.endsWith('\n') || text === '' ? text ?? '' : `${text}\n`}${signerLine(person, key)}\n`),
    key, signature: { person, sign: (tagManifest) => signPack(tagManifest, file, env) },
  };
}

/** The key that a file signs with, told from a signature. */
export async function keyOf(file: string, env: Env): Promise<SshKey> {
  const message = new TextEncoder().encode('qms: which key is this?\n');
  const verified = verifySignature({ signature: await signPack(message, file, env), message, namespace: evidenceNamespace });
  if (verified.ok) return verified.key;
  throw new UsageError({ en: 'The key {file} does not serve: {reason}.', 'zh-CN': '密钥 {file} 不能用：{reason}。' }, { file, reason: verified.reason },
    { en: 'Ed25519, ECDSA and RSA from 2048 bits on serve: `ssh-keygen -t ed25519` makes one.', 'zh-CN': '可用 Ed25519、ECDSA 或 2048 位以上的 RSA 密钥：`ssh-keygen -t ed25519` 可生成。' });
}

/** A signature for a pack, by the key in a file as typed. */
export function signPack(message: Uint8Array, file: string, env: Env): Promise<Uint8Array> {
  return env.host.sign(message, absolutePath(file, env), evidenceNamespace);
}

/** A line of ssh-keygen's ALLOWED SIGNERS: this person's key, for packs. */
export function signerLine(person: string, { type, blob }: SshKey): string {
  return `${person} namespaces="${evidenceNamespace}" ${type} ${blob}`;
}

/** The last moment of a day; signatures of packs are judged at that of the Bagging-Date. */
export function endOf(day: string): Date {
  return new Date(`${day}T23:59:59Z`);
}

/** What the list says of this very key and no line more could mend. */
const refusals: Partial<Record<KeyVerdict, Text>> = {
  expired: { en: '{path} lets the key {fingerprint} of {person} sign only before {date}.', 'zh-CN': '按 {path}，{person} 的密钥 {fingerprint} 在 {date} 之前已到期。' },
  'not-yet-valid': { en: '{path} lets the key {fingerprint} of {person} sign only after {date}.', 'zh-CN': '按 {path}，{person} 的密钥 {fingerprint} 在 {date} 尚未生效。' },
  'not-verified': { en: '{path} asks of {person} a security key that checks its user.', 'zh-CN': '{path} 要求 {person} 使用能验证使用者的安全密钥。' },
};
