import type { Env, Given, Outcome } from '#model/command.ts';
import { allowedKeys, parseAllowedSigners } from '#model/allowed-signers.ts';
import type { ByteSource } from '#model/byte-source.ts';
import { changedMeanwhile } from '#model/changed-meanwhile.ts';
import { UsageError } from '#model/usage-error.ts';
import { format } from '#i18n/format.ts';
import type { Bag } from '#pack/bag/open.ts';
import { infoField } from '#pack/bag/info.ts';
import { wholeOf } from '#pack/container.ts';
import { withEntry } from '#pack/zip/with-entry.ts';
import { evidenceNamespace, signaturePath, signersPath, tagManifestPath } from '#pack/layout.ts';
import { endOf, keyOf, signerLine, signPack } from './export/signer.ts';
import { need } from './need.ts';
import { absolutePath } from './paths.ts';
import { judgePack, report } from './verify.ts';

/** `qms cosign`: one more signature on a pack, which changes nothing else in it. Nobody signs what does not hold. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const name = given.args[0] as string;
  const { verdict, container, source, close } = await judgePack(name, {}, env);
  let streamed = false;
  try {
    const judged = report(name, verdict, { ...given, options: {} }, env);
    const { bag } = verdict;
    const tagManifest = bag?.files.get(tagManifestPath);
    const sealed = tagManifest && wholeOf(tagManifest, Number.MAX_SAFE_INTEGER);
    if (judged.exit !== 0 || !bag || !sealed) return { ...judged, exit: 1, notes: notSigned[env.locale] };
    const { path, bytes, said } = await signed(bag, sealed, given, env);
    if (!source) return { exit: 0, artifacts: [{ path: `${name.replace(/[\\/]+$/, '')}/${path}`, bytes, exclusive: true }], notes: said };
    const pieces = withEntry(source, { name: `${container.top}/${path}`, bytes });
    if (!pieces) throw foreign(name);
    streamed = true;
    const at = absolutePath(name, env);
    return { exit: 0, stream: { path: at, pieces: unlessChanged(pieces, source, at, env), told: () => said } };
  } finally {
    if (!streamed) close();
  }
}

/** The signature, if the pack's own list of signers names the key: a list that is not part of what was signed first would spoil that. */
async function signed(bag: Bag, sealed: Uint8Array, given: Given, env: Env): Promise<{ path: string; bytes: Uint8Array; said: string }> {
  const file = await need(given, env, 'sign', { en: 'Which SSH key? (file)', 'zh-CN': '用哪把 SSH 密钥？（文件）' });
  const person = await need(given, env, 'as', { en: 'Who signs?', 'zh-CN': '由谁签署？' });
  const path = signaturePath(person);
  if (bag.files.has(path)) throw new UsageError({ en: '{person} has signed this pack already.', 'zh-CN': '{person} 已经签署过这个证据包。' }, { person });
  const key = await keyOf(file, env);
  const { signers } = parseAllowedSigners(bag.text(signersPath) ?? '');
  const { verdict } = allowedKeys(signers, person, evidenceNamespace, endOf(infoField(bag.info, 'Bagging-Date')?.value ?? env.today))({ key });
  if (verdict !== 'good') {
    throw new UsageError({ en: 'The list of signers in the pack does not let {person} sign packs with this key ({verdict}).', 'zh-CN': '包内的签名人清单不允许 {person} 用这把密钥签署证据包（{verdict}）。' }, { person, verdict, line: signerLine(person, key) },
      { en: 'The list is under the first signature. Put this line into approvals/allowed_signers and export anew: {line}', 'zh-CN': '清单已在首个签名之内。请把这一行加入 approvals/allowed_signers 后重新导出：{line}' });
  }
  const bytes = await signPack(sealed, file, env);
  return { path, bytes, said: format({ en: '{path}: signed by {person}, {fingerprint}\n', 'zh-CN': '{path}：由 {person} 签署，{fingerprint}\n' }, { path, person, fingerprint: key.fingerprint }, env.locale) };
}

/** The pieces, and last a look at the place they go to: a signature that somebody else put in meanwhile must not be lost. */
async function* unlessChanged(pieces: Iterable<Uint8Array>, source: ByteSource, path: string, env: Env): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
    const now = await env.host.openFile(path);
    const same = now !== null && now.size === source.size && Buffer.compare(endOfFile(now), endOfFile(source)) === 0;
    now?.close();
    if (!same) throw new UsageError(changedMeanwhile, { path }, { en: 'Run the command again.', 'zh-CN': '请重新运行命令。' });
  } finally {
    source.close();
  }
}

/** Enough of the directory to tell two archives apart. */
function endOfFile({ size, read }: ByteSource): Uint8Array {
  const length = Math.min(size, 64 * 1024);
  return read(size - length, length);
}

const notSigned = { en: 'Not signed: the pack does not hold.\n', 'zh-CN': '没有签署：证据包本身不成立。\n' };

function foreign(name: string): UsageError {
  return new UsageError({ en: '{name} was not written by qms: a signature cannot be put in without writing it anew.', 'zh-CN': '{name} 不是 qms 写出的，不能只加签名而不重写。' }, { name },
    { en: 'Unpack it and sign the folder.', 'zh-CN': '请解压后对文件夹签署。' });
}
