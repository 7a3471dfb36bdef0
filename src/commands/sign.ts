import { signatureNamespace, type Approval } from '#model/approval.ts';
import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Text } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { newApproval, signingMeanings } from '#changes/approve.ts';
import { absolutePath } from './paths.ts';
import type { OpenedDocument } from './document.ts';
import { need } from './need.ts';
import { committed, refuseFaults } from './signing.ts';

/** `shown` is what the signer has to see first, in the reader's language; `said` what is told when it is done. */
export interface ToSign { readonly role: Approval['role']; readonly person: string; readonly reviewDue?: string; readonly shown: string; said(path: string, commit: string): Text }

/**
 * A file of the ledger, with its signature where a key is given or the policy asks for one. At a terminal the signer sees what is signed and is asked
 * once more; in a script it goes to stderr with the rest, since whoever wrote the script has agreed already.
 */
export async function sign(found: OpenedDocument, toSign: ToSign, given: Given, env: Env): Promise<Outcome> {
  const { opened, project, document, facts } = found;
  refuseFaults(found);
  const commit = await committed(found, env);
  const meaning = signingMeanings[toSign.role][project.config.language];
  const file = newApproval(document, facts, project.approvals, { ...toSign, at: env.now(), commit, meaning });
  if (given.options['dryRun'] === true) return { exit: 0, text: `${file.path}\n\n${file.text}`, notes: toSign.shown };
  const mustSign = (project.config.approval[document.value.type]?.level ?? 1) >= 2;
  const key = mustSign ? await need(given, env, 'sign', { en: 'The policy asks for a signature (level 2). Which SSH key? (file)', 'zh-CN': '规定须有数字签名（2 级）。用哪把 SSH 密钥？（文件）' }) : optionText(given, 'sign');
  if (env.ask) await agree(toSign.shown, meaning, env, env.ask);
  const bytes = new TextEncoder().encode(file.text);
  const path = `${opened.root}/${file.path}`;
  const signature = key === undefined ? [] : [{ path: `${path}.sig`, bytes: await env.host.sign(bytes, absolutePath(key, env), signatureNamespace) }];
  return { exit: 0, notes: `${env.ask ? '' : toSign.shown}${toSign.said(file.path, commit)[env.locale]}\n`, artifacts: [...signature, { path, bytes, exclusive: true }] };
}

async function agree(shown: string, meaning: string, env: Env, ask: NonNullable<Env['ask']>): Promise<void> {
  env.emit({ exit: 0, notes: shown });
  const answer = await ask({
    text: { en: `Sign: "${meaning}"`, 'zh-CN': `签署：“${meaning}”` }, proposal: 'no',
    choices: [{ value: 'yes', label: { en: 'Yes', 'zh-CN': '是' } }, { value: 'no', label: { en: 'No', 'zh-CN': '否' } }],
  });
  if (answer !== 'yes') throw new UsageError({ en: 'Not signed; nothing was written.', 'zh-CN': '没有签署，没有写入任何内容。' });
}
