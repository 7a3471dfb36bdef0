import type { Locale, Text } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import type { SignatureReport } from '#pack/signatures.ts';
import type { PackVerdict } from '#pack/verify.ts';
import type { Looked } from '#report/report.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const states: Readonly<Record<SignatureReport['state'], Text>> = {
  good: t('good, by a key you trust', '有效，密钥为你所信任'), 'unknown-key': t('good, by a key that only the pack vouches for', '有效，密钥只有包自身作证'), bad: t('does not hold', '不成立'),
};

/** What `verify` looked at, for people and for machines. */
export function looked(name: string, { bag, figures, signatures }: PackVerdict, locale: Locale): Looked {
  const say = (text: Text, args: Record<string, string | number>): string => format(text, args, locale);
  const { files, bytes, payload, digests, algorithms, version } = figures;
  if (!bag) return { said: [say(t('{name}: nothing could be checked.', '{name}：什么都没能检查。'), { name })], figures: { pack: name, files: 0 } };
  const shown = version === 1 ? '1.0' : String(version);
  return {
    said: [
      say(t('Read {name} (BagIt {version}): {files} files of {bytes} bytes, {payload} of them payload; {digests} digests held against them ({algorithms}).', '已读 {name}（BagIt {version}）：文件 {files} 个、{bytes} 字节，其中内容文件 {payload} 个；逐一核对校验值 {digests} 个（{algorithms}）。'),
        { name, version: shown, files, bytes, payload: payload.files, digests, algorithms: algorithms.join(', ') || '-' }),
      ...(signatures.length === 0 ? [say(t('Signatures: none.', '签名：无。'), {})] : signatures.map((signature) => signatureLine(signature, locale))),
    ],
    figures: { pack: name, bagit: shown, files, bytes, payload, digests, algorithms, signatures },
  };
}

function signatureLine({ person, state, fingerprint, from, until }: SignatureReport, locale: Locale): string {
  const validity = from === undefined && until === undefined ? '' : format(t(', key valid {from} to {until}', '，密钥有效期 {from} 至 {until}'), { from: from ?? '…', until: until ?? '…' }, locale);
  return `${format(t('Signature of {person}: {state}', '{person} 的签名：{state}'), { person, state: states[state] }, locale)}${fingerprint === undefined ? '' : ` (${fingerprint}${validity})`}`;
}
