import { spot } from '#model/place.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { people, prepared, text } from '../shared/signed-example.ts';

/** Signatures are judged at the moment they claim; level 2 demands one. */
export const signature: ProjectRule = {
  code: 'approval/signature', severity: 'error', basis: 'own-rule', scope: 'project',
  title: { en: 'Signature missing or not good', 'zh-CN': '签名缺失或无效' },
  why: {
    en: 'Where the workspace asks for level 2, only the key of that person can stand for the text; a signature that does not verify proves that something was changed.',
    'zh-CN': '规定为 2 级的，只有本人的密钥才能为文字作保；验不过的签名说明有东西被改过。',
  },
  messages: {
    'none': {
      en: 'The policy asks for a signature (level 2). Sign with `qms approve … --sign KEY`.',
      'zh-CN': '规定须有数字签名（2 级）。请用 `qms approve … --sign 密钥` 签署。',
    },
    'bad': {
      en: 'The signature beside this approval does not fit its bytes: one of the two was changed.',
      'zh-CN': '旁边的签名与这份凭证的内容不符：两者之一被改过。',
    },
    'unknown-key': {
      en: 'It is signed by a key ({fingerprint}) that approvals/allowed_signers does not list for {person}.',
      'zh-CN': '签名所用密钥（{fingerprint}）不在 approvals/allowed_signers 中 {person} 的名下。',
    },
    'expired': {
      en: 'The key ({fingerprint}) was no longer valid when this was signed.',
      'zh-CN': '签署时，所用密钥（{fingerprint}）已过有效期。',
    },
    'not-yet-valid': {
      en: 'The key ({fingerprint}) was not yet valid when this was signed.',
      'zh-CN': '签署时，所用密钥（{fingerprint}）尚未生效。',
    },
    'no-signers': {
      en: 'There is no approvals/allowed_signers, so nobody can say whose signature this is.',
      'zh-CN': '没有 approvals/allowed_signers，无法判断这是谁的签名。',
    },
  },
  examples: [
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare], distinct: true, level: 2 } }
${people}${text}=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1 # expect approval/signature
at: "2004-06-01T08:00:00Z"
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare], distinct: true, level: 2 } }
${people}${text}=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1 # expect approval/signature
at: "2004-06-01T08:00:00Z"
=== approvals/AB-QP-01/A-0/prepare-p1.yaml.sig
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg5jxcUsLqe1cczOqyo2HUwixesL
c++0ALXHxuDcSmaLAAAAAMcW1zLWFwcHJvdmFsAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQEGW0Ppq1YVV+0ZF3PCMw/1iPsrEVUyo/FJx3fPsLL4ge4SBzQdvVd
BavlnW6ol80TrRWfJnJv56tVURkUc6ygw=
-----END SSH SIGNATURE-----
=== approvals/allowed_signers
p1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
`),
    bad(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare], distinct: true, level: 2 } }
${people}${text}=== approvals/AB-QP-01/A-0/prepare-p1.yaml
kind: approval
statement: qms/approval@1
document: AB/QP-01
path: procedures/QP-01.md
revision: A/0
sha256: 0f5126faacaf02ee83a241990c6438948c58df70168d7f8138f643f8f48a14dc
role: prepare
person: p1 # expect approval/signature
at: "2004-06-01T08:00:00Z"
=== approvals/AB-QP-01/A-0/prepare-p1.yaml.sig
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg5jxcUsLqe1cczOqyo2HUwixesL
c++0ALXHxuDcSmaLAAAAAMcW1zLWFwcHJvdmFsAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQEGW0Ppq1YVV+0ZF3PCMw/1iPsrEVUyo/FJx3fPsLL4ge4SBzQdvVd
BavlnW6ol80TrRWfJnJv56tVURkUc6ygw=
-----END SSH SIGNATURE-----
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare], distinct: true, level: 2 } }
${people}${text}${prepared}=== approvals/AB-QP-01/A-0/prepare-p1.yaml.sig
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg5jxcUsLqe1cczOqyo2HUwixesL
c++0ALXHxuDcSmaLAAAAAMcW1zLWFwcHJvdmFsAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQEGW0Ppq1YVV+0ZF3PCMw/1iPsrEVUyo/FJx3fPsLL4ge4SBzQdvVd
BavlnW6ol80TrRWfJnJv56tVURkUc6ygw=
-----END SSH SIGNATURE-----
=== approvals/allowed_signers
p1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
`),
    good(`
=== qms.yaml
kind: workspace
standard: iso9001-2000
language: zh-CN
organization: 某局
approval: { procedure: { roles: [prepare], distinct: true, level: 2 } }
${people}${text}${prepared}=== approvals/AB-QP-01/A-0/prepare-p1.yaml.sig
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg5jxcUsLqe1cczOqyo2HUwixesL
c++0ALXHxuDcSmaLAAAAAMcW1zLWFwcHJvdmFsAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQEGW0Ppq1YVV+0ZF3PCMw/1iPsrEVUyo/FJx3fPsLL4ge4SBzQdvVd
BavlnW6ol80TrRWfJnJv56tVURkUc6ygw=
-----END SSH SIGNATURE-----
=== approvals/allowed_signers
p1 valid-after="20040101Z",valid-before="20041231Z" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
`),
  ],
  *check({ approvals, index, config }) {
    for (const record of approvals) {
      const { state, fingerprint = '' } = record.signature;
      const type = index.documents.get(record.value.document)?.[0]?.value.type ?? '';
      if (state === 'good' || (state === 'none' && (config.approval[type]?.level ?? 1) < 2)) continue;
      yield { at: spot(record, 'person'), message: state, args: { fingerprint, person: record.value.person } };
    }
  },
};
