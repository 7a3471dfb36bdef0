import { parseAllowedSigners } from '#model/allowed-signers.ts';
import type { Env } from '#model/command.ts';
import { locales, wordsIn, type Locale } from '#model/text.ts';
import { format } from '#i18n/format.ts';
import type { Extent } from '#pack/bag.ts';
import { startPage } from './evidence-files.ts';
import type { ExportScope } from './scope.ts';

const missing = { en: '(no list of keys)', 'zh-CN': '（没有密钥清单）' };
const source = { en: 'It was made from git commit {commit}.', 'zh-CN': '取自 git 提交 {commit}。' };

/**
 * How to check the pack without us, for somebody who never heard of us: in both languages, the workspace's own first. As an editor of Windows wants it, with a mark at its
 * beginning and CRLF: those who need the text most have nothing better. `list`: the pack's list of signers; `beside`: files outside data/ and signatures/.
 */
export function verifyText({ project, commit, day }: ExportScope, list: Uint8Array | null, { files, bytes }: Extent, beside: number, env: Env): Uint8Array {
  const own = project.config.language;
  const templates = env.host.assets().template('pack');
  const keys = list ? parseAllowedSigners(new TextDecoder().decode(list)).signers : [];
  const parts = [own, ...locales.filter((locale) => locale !== own)].map((locale: Locale) => {
    const text = templates.get(`verify.${locale}.txt`) as string;
    const said = commit ? format(source, { commit: commit.commit }, locale) : '';
    const fingerprints = keys.map(({ principals, key, namespaces }) => `    ${principals}  ${key.fingerprint}  ${namespaces ?? ''}`.trimEnd()).join('\n') || `    ${missing[locale]}`;
    return format({ en: text, 'zh-CN': text }, { organization: wordsIn(project.config.organization, locale), day, source: said, index: startPage(locale, own), files, bytes, beside, fingerprints }, locale);
  });
  return new TextEncoder().encode(`\ufeff${parts.join(`\n\n${'-'.repeat(78)}\n\n`)}`.replace(/ +$/gm, '').replaceAll('\n', '\r\n'));
}
