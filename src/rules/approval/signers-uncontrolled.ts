import { allowedSignersPath } from '#model/approval.ts';
import { isObsolete } from '#model/document.ts';
import { lineStart } from '#model/place.ts';
import { reachingFiles } from '#model/reaching-files.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { policy } from '../shared/signed-example.ts';
import { signersText } from '../shared/signers.ts';

const keys = `=== approvals/allowed_signers
p1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
`;
const rule = (attached: string): string => `=== procedures/QP-02.md
---
type: procedure
id: AB/QP-02
title: 签名密钥管理程序
revision: A/0
status: draft
owner: office
${attached}---
`;

/** Who may add a key may sign as anybody: so the list is approved like a document. */
export const signersUncontrolled: ProjectRule = {
  code: 'approval/signers-uncontrolled', severity: 'warning', basis: 'own-rule', scope: 'project',
  title: { en: 'List of signing keys that nobody approves', 'zh-CN': '签名密钥名单未受控' },
  why: {
    en: 'Whoever may add a key to the list may sign as anybody. Attached to a document that must be approved, the list cannot change without a new approval.',
    'zh-CN': '谁能往名单里加密钥，谁就能冒任何人签名。把名单作为须批准的文件的附件，改名单就必须重新批准。',
  },
  messages: {
    found: {
      en: 'No document under an approval policy has approvals/allowed_signers among its `attachments`. Attach it to the rule that says who gets a key.',
      'zh-CN': '没有任何须经签署的文件把 approvals/allowed_signers 列入 `attachments`。请把它作为密钥管理文件的附件。',
    },
  },
  examples: [
    bad(`${policy}${rule('')}=== approvals/allowed_signers
p1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw # expect approval/signers-uncontrolled
`),
    good(`${policy}${rule('attachments: [../approvals/allowed_signers]\n')}${keys}`),
  ],
  *check(project) {
    if (signersText(project) === null) return;
    const files = new Map(project.files.map((file) => [file.path, file]));
    const controlled = project.documents.some((document) => !isObsolete(document) && (project.config.approval[document.value.type]?.roles ?? []).length > 0
      && reachingFiles(document, files).includes(allowedSignersPath));
    if (!controlled) yield { at: lineStart(allowedSignersPath, 1), message: 'found' };
  },
};
