import type { Diagnostic } from '#model/diagnostic.ts';
import type { Locale, Text } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import { isOurs } from '#pack/own.ts';
import type { SignatureReport } from '#pack/signatures.ts';
import type { PackVerdict } from '#pack/verify.ts';
import type { Comparison } from './against.ts';
import type { ApprovalFigures } from './approvals.ts';
import type { Looked } from '#report/report.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const states: Readonly<Record<SignatureReport['state'], Text>> = {
  good: t('good, by a key you trust', '有效，密钥为你所信任'), 'unknown-key': t('good, by a key that only the pack vouches for', '有效，密钥只有包自身作证'), bad: t('does not hold', '不成立'),
};

const approvalsSaid = t('Approvals: {approvals} checked against the sources in the pack, {signed} of them signed by a key that the pack lists; {redacted} documents are redacted copies.', '签署：已对照包内原文核查 {approvals} 份，其中 {signed} 份带有效签名（密钥列在包内）；{redacted} 份文件是隐去后的副本。');
const approvalsUnchecked = t('Approvals: not checked, because the pack does not hold or has no sources.', '签署：没有核查，因为证据包不成立，或不含原文。');
const comparedSaid = t('Against {against} (commit {commit}; the pack names {claimed}): {same} files the same byte for byte, {different} different, {notMade} printed pages not made anew.', '与 {against} 对照（提交 {commit}；包内写明 {claimed}）：逐字节相同 {same} 个，不同 {different} 个，打印页 {notMade} 个未重新生成。');
const verdicts = {
  vouched: t('The pack is complete and unaltered: what you trust from outside stands for it.', '证据包完整，未被改动：由你从包外信任的依据担保。'),
  consistent: t('The pack agrees with itself: it is complete, and every file is what its manifests say. Whether it is the one that was handed over, only a key or a figure from outside can tell.', '证据包自相一致：内容齐全，每个文件与清单相符。是否就是当初移交的那个包，须凭包外的密钥或数字认定。'),
  broken: t('The pack does not hold.', '证据包不成立。'),
};

/** What was judged of the content. */
interface Content { readonly approvals?: ApprovalFigures; readonly comparison?: Comparison }

/** What `verify` looked at, for people and for machines. */
export function looked(name: string, { bag, figures, signatures, vouched }: PackVerdict, diagnostics: readonly Diagnostic[], { approvals, comparison }: Content, locale: Locale): Looked {
  const say = (text: Text, args: Record<string, string | number>): string => format(text, args, locale);
  const { files, bytes, payload, digests, algorithms, version } = figures;
  if (!bag) return { said: [say(t('{name}: nothing could be checked.', '{name}：什么都没能检查。'), { name })], figures: { pack: name, files: 0 } };
  const verdict = diagnostics.some(({ severity }) => severity === 'error') ? 'broken' : vouched ? 'vouched' : 'consistent';
  const shown = version === 1 ? '1.0' : String(version);
  return {
    said: [
      say(t('Read {name} (BagIt {version}): {files} files of {bytes} bytes, {payload} of them payload; {digests} digests held against them ({algorithms}).', '已读 {name}（BagIt {version}）：文件 {files} 个、{bytes} 字节，其中内容文件 {payload} 个；逐一核对校验值 {digests} 个（{algorithms}）。'),
        { name, version: shown, files, bytes, payload: payload.files, digests, algorithms: algorithms.join(', ') || '-' }),
      ...(signatures.length === 0 ? [say(t('Signatures: none.', '签名：无。'), {})] : signatures.map((signature) => signatureLine(signature, locale))),
      ...(approvals ? [say(approvalsSaid, { ...approvals })] : isOurs(bag) ? [say(approvalsUnchecked, {})] : []),
      ...(comparison ? [say(comparedSaid, { ...comparison, commit: comparison.commit || '-', claimed: comparison.claimed || '-' })] : []),
      say(verdicts[verdict], {}),
    ],
    figures: { pack: name, verdict, bagit: shown, files, bytes, payload, digests, algorithms, signatures, ...(approvals ? { approvals } : {}), ...(comparison ? { comparison } : {}) },
  };
}

function signatureLine({ person, state, fingerprint, from, until }: SignatureReport, locale: Locale): string {
  const validity = from === undefined && until === undefined ? '' : format(t(', key valid {from} to {until}', '，密钥有效期 {from} 至 {until}'), { from: from ?? '…', until: until ?? '…' }, locale);
  const line = fingerprint === undefined ? t('Signature of {person}: {state}', '{person} 的签名：{state}') : t('Signature of {person}: {state} ({fingerprint}{validity})', '{person} 的签名：{state}（{fingerprint}{validity}）');
  return format(line, { person, state: states[state], fingerprint: fingerprint ?? '', validity }, locale);
}
