import type { Env } from '#model/command.ts';
import { format } from '#i18n/format.ts';
import type { BagSummary } from '#pack/bag.ts';
import { errorCount } from './bag-info.ts';
import type { ExportScope } from './scope.ts';
import type { PackSigner } from './signer.ts';

/** What the hand-over letter should say: a pack proves itself only together with what came another way. */
export function told(path: string, summary: BagSummary, scope: ExportScope, { key, signature }: PackSigner, { locale }: Env): string {
  const args = { path, ...summary, person: signature?.person ?? '', fingerprint: key?.fingerprint ?? '', errors: errorCount(scope) };
  return [written, ...(key ? [signedBy] : []), ...(args.errors > 0 ? [faulty] : []), letter].map((text) => `${format(text, args, locale)}\n`).join('');
}

const written = {
  en: '{path}: {files} files, {bytes} bytes\n  Payload-Oxum: {bytes}.{files}\n  sha512 of tagmanifest-sha512.txt: {tagManifestSha512}',
  'zh-CN': '{path}：共 {files} 个文件，{bytes} 字节\n  Payload-Oxum：{bytes}.{files}\n  tagmanifest-sha512.txt 的 sha512：{tagManifestSha512}',
};
const signedBy = { en: '  signed by {person} with the key {fingerprint}', 'zh-CN': '  由 {person} 签名，密钥指纹 {fingerprint}' };
const faulty = { en: '  with the {errors} errors that the check found (data/report, bag-info.txt)', 'zh-CN': '  含检查发现的 {errors} 个错误（见 data/report 和 bag-info.txt）' };
const letter = { en: 'These figures belong into the hand-over letter, for whoever receives the pack to compare: `qms letter {path}` writes it.', 'zh-CN': '以上数字须写进移交函，供接收方核对：`qms letter {path}` 可生成移交函。' };
