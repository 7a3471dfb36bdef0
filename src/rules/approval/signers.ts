import { allowedSignersPath } from '#model/approval.ts';
import { parseAllowedSigners, type LineProblem, type Signer } from '#model/allowed-signers.ts';
import { lineStart } from '#model/place.ts';
import type { Text } from '#model/text.ts';
import { bad, good, type ProjectRule } from '#model/rule.ts';
import { people } from '../shared/signed-example.ts';
import { signersText } from '../shared/signers.ts';

/** The list of keys says of each whose it is, and of nobody else. */
export const signers: ProjectRule = {
  code: 'approval/signers', severity: 'error', basis: 'own-rule', scope: 'project',
  title: { en: 'List of signing keys not in order', 'zh-CN': '签名密钥名单有误' },
  why: {
    en: 'A signature proves who signed only if each key belongs to one person: one key under two names lets one hand sign as two people.',
    'zh-CN': '一把密钥只归一个人，签名才能证明是谁签的；一把密钥挂两个人的名，一只手就能签出两个人。',
  },
  messages: {
    shared: { en: 'The key of {person} is also listed for {other}. Give each person a key of their own.', 'zh-CN': '{person} 的密钥同时列在 {other} 名下。请一人一把密钥。' },
    several: { en: '"{principals}" lets more than one person sign with this key. Write one id of one person.', 'zh-CN': '“{principals}”使多人可用这把密钥签名。请只写一个人员编号。' },
    stranger: { en: '"{principals}" is not a person of the organization. Correct the id, or end the line with valid-before.', 'zh-CN': '“{principals}”不是本单位人员。请改正编号，或用 valid-before 注明失效日期。' },
    unusable: { en: 'This line counts for nothing: {problem}.', 'zh-CN': '这一行不起作用：{problem}。' },
  },
  examples: [
    bad(`${people}=== approvals/allowed_signers
p1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
p3 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw # expect approval/signers
`),
    bad(`${people}=== approvals/allowed_signers
p* ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw # expect approval/signers
p9 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDnn0W1h0Hq9oR8VtX0Ww0y5KqZt3mQm7Jr2pJxS9o1T # expect approval/signers
p2 ssh-ed25519 broken # expect approval/signers
`),
    good(`${people}=== approvals/allowed_signers
p1 valid-before="20040701Z" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
p1 valid-after="20040801Z" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOY8XFLC6ntXHMzqsqNh1MIsXrC3PvtAC1x8bg3Epmiw
`),
  ],
  *check(project) {
    const text = signersText(project);
    if (text === null) return;
    const { signers: listed, problems } = parseAllowedSigners(text);
    for (const { line, problem } of problems) yield { at: lineStart(allowedSignersPath, line), message: 'unusable', args: { problem: problemWords[problem] } };
    const first = new Map<string, Signer>();
    for (const signer of listed) {
      const { principals, key, line } = signer;
      const at = lineStart(allowedSignersPath, line);
      const owner = first.get(key.blob) ?? signer;
      first.set(key.blob, owner);
      if (/[*?!,]/.test(principals)) yield { at, message: 'several', args: { principals } };
      else if (!project.index.people.has(principals)) yield { at, message: 'stranger', args: { principals } };
      else if (owner.principals !== principals) yield { at, message: 'shared', args: { person: principals, other: owner.principals }, related: [lineStart(allowedSignersPath, owner.line)] };
    }
  },
};

const problemWords: Readonly<Record<LineProblem, Text>> = {
  'no-key': { en: 'there is no key in it', 'zh-CN': '没有密钥' }, 'bad-key': { en: 'the key is damaged', 'zh-CN': '密钥损坏' }, 'weak-key': { en: 'the key is too short', 'zh-CN': '密钥长度不足' },
  unsupported: { en: 'certificates and DSA keys are not read', 'zh-CN': '不支持证书和 DSA 密钥' }, 'unknown-option': { en: 'it has an unknown option', 'zh-CN': '有不认识的选项' },
  'repeated-option': { en: 'an option stands twice', 'zh-CN': '选项重复' }, 'bad-time': { en: 'a time is not readable', 'zh-CN': '时间写法不对' }, 'empty-window': { en: 'it ends before it begins', 'zh-CN': '失效时间早于生效时间' },
};
