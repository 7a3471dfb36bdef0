import type { CodeDef } from '#model/diagnostic.ts';
import { one, packCode, t } from './code.ts';

const stands = t('A signature over the tag manifest stands for every byte of the pack: who made it, and that nothing was changed since.', '对标签清单的签名担保包内每个字节：由谁制作，此后未被改动。');
const anchor = t(
  'A list of keys inside the pack proves only that the pack agrees with itself: whoever rebuilds the pack can put in another list. A fingerprint from the hand-over letter, or a list you got before, settles it.',
  '包内的密钥清单只能证明包自相一致：重做整个包的人也能换掉清单。须用移交函上的指纹，或以前得到的清单来认定。',
);

/** What can be wrong with who stands for a pack. */
export const signatureCodes: readonly CodeDef[] = [
  packCode('signature-bad', 'error', t('Signature that does not hold', '签名不成立'), stands, {
    'bad-signature': t('{name} is no signature of {signed} as it stands here: one of the two was changed.', '{name} 不是对现有 {signed} 的签名：两者之一被改动。'),
    malformed: t('{name} is no SSH signature: it was damaged.', '{name} 不是 SSH 签名：已损坏。'),
    'wrong-namespace': t('{name} was made for another purpose ({namespace} is needed).', '{name} 是为别的用途签的（应为 {namespace}）。'),
    unsupported: t('{name} was made with a key or method that is too weak or not known ({reason}).', '{name} 所用密钥或方法过弱或不认识（{reason}）。'),
    target: t('{name} belongs to no file of this pack: {signed} is not here.', '{name} 不属于包内任何文件：没有 {signed}。'),
    unlisted: t('{name} is good, but allowed_signers of the pack does not name the key {fingerprint} for {person}.', '{name} 本身有效，但包内 allowed_signers 没有把密钥 {fingerprint} 列在 {person} 名下。'),
    expired: t('{name} is good, but by allowed_signers of the pack the key {fingerprint} of {person} was no longer valid on {day}.', '{name} 本身有效，但按包内 allowed_signers，{person} 的密钥 {fingerprint} 在 {day} 已失效。'),
    'not-yet-valid': t('{name} is good, but by allowed_signers of the pack the key {fingerprint} of {person} was not yet valid on {day}.', '{name} 本身有效，但按包内 allowed_signers，{person} 的密钥 {fingerprint} 在 {day} 尚未生效。'),
  }),
  packCode('signer-unknown', 'warning', t('Signed by an unknown key', '签名密钥未经认定'), anchor, {
    found: t('Signed by {person} with the key {fingerprint}, which only the pack itself vouches for. Compare it with the hand-over letter: `--fingerprint {fingerprint}`, or `--signers FILE`.', '由 {person} 用密钥 {fingerprint} 签名，该密钥只有包自身作证。请与移交函核对：`--fingerprint {fingerprint}`，或 `--signers 文件`。'),
  }),
  packCode('signer-refused', 'error', t('Not signed by a key you trust', '不是由你信任的密钥签名'), anchor, {
    fingerprint: t('{person} signed with the key {fingerprint}, which is none of those you named.', '{person} 用密钥 {fingerprint} 签名，不在你给出的指纹之内。'),
    signers: t('{person} signed with the key {fingerprint}, which your list does not name for this person and purpose ({reason}).', '{person} 用密钥 {fingerprint} 签名，你的清单没有为此人此用途列出它（{reason}）。'),
  }),
  packCode('unsigned', 'info', t('Not signed', '没有签名'), stands, {
    found: t('Nobody signed this pack: it shows damage, but whoever changes it can rebuild its manifests.', '这个包没有签名：能看出损坏，但改动者可以重做清单。'),
  }),
  packCode('signature-missing', 'error', t('Signature missing', '缺少签名'), stands, {
    asked: t('You named whom you trust, and nobody signed this pack.', '你给出了信任的密钥，而这个包没有任何签名。'),
    promised: t('bag-info.txt says that {person} signed this pack; the signature is not here.', 'bag-info.txt 写明由 {person} 签名，签名却不在包内。'),
  }),
  one('other-pack', 'error', t('Not the pack of the hand-over letter', '不是移交函所说的证据包'), t('The tag manifest lists everything in a pack, so its digest stands for all of it; in the letter it came another way than the pack.', '标签清单列出包内一切，它的校验值就代表整个包；移交函是另行送达的。'), t('The sha512 of {name} is {actual}, the letter says {digest}: this is another pack, or it was sealed anew.', '{name} 的 sha512 是 {actual}，移交函写的是 {digest}：这不是那个包，或者被重新封装过。')),
  one('bad-signers', 'error', t('List of keys with a line that counts for nothing', '密钥清单有不作数的行'), anchor, t('Line {line} of {name} names no key ({reason}).', '{name} 第 {line} 行没有列出可用的密钥（{reason}）。')),
];
