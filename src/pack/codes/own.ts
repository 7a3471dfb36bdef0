import type { CodeDef } from '#model/diagnostic.ts';
import { packCode, t } from './code.ts';

/** What is said of evidence packs of our own beyond what any bag must be. */
export const ownCodes: readonly CodeDef[] = [
  packCode('incomplete', 'error', t('Not what a pack of ours is', '不符合本工具证据包的构成'), t('A pack made by this tool has these parts; one without them was taken apart.', '本工具导出的证据包都有这些部分；缺了就说明被拆动过。'), {
    missing: t('bag-info.txt says that qms made this pack, and {what} is missing.', 'bag-info.txt 写明本包由 qms 导出，却缺少 {what}。'),
  }),
  packCode('differs', 'error', t('Pack and repository differ', '证据包与仓库不一致'), t('Whoever holds the repository can tell whether the pack is what it was made from.', '持有仓库的人可以判断证据包是否就是由它导出的。'), {
    content: t('{name} is not what {against} has.', '{name} 与 {against} 里的不同。'),
    absent: t('{name} is in {against} and not in the pack.', '{against} 有 {name}，包里没有。'),
    extra: t('{name} is in the pack and not in {against}.', '包里有 {name}，{against} 没有。'),
  }),
  packCode('redacted-copy', 'info', t('Redacted copy of an approved text', '已批准文字的隐去副本'), t(
    'An approval stands for exact bytes. Where something was withheld, the approval is kept as it was given, and whether it fits can be checked only by whoever sees the original.',
    '签署担保的是确切的字节。隐去内容后，凭证仍按原样保留，是否相符只有看到原件的人才能核查。',
  ), {
    text: t('{name} is a redacted copy: its approvals stand for the original. Ask to see it, or compare with `qms verify --against`.', '{name} 是隐去后的副本：签署针对的是原件。可要求查看原件，或用 `qms verify --against` 对照。'),
    ledger: t('{name} is a redacted copy of an approval: its signature and chain can be checked only on the original.', '{name} 是签署凭证隐去后的副本：签名和链条只能在原件上核查。'),
  }),
];
