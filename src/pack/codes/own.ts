import type { CodeDef } from '#model/diagnostic.ts';
import { packCode, t } from './code.ts';

/** What is said of evidence packs of our own beyond what any bag must be. */
export const ownCodes: readonly CodeDef[] = [
  packCode('redacted-copy', 'info', t('Redacted copy of an approved text', '已批准文字的隐去副本'), t(
    'An approval stands for exact bytes. Where something was withheld, the approval is kept as it was given, and whether it fits can be checked only by whoever sees the original.',
    '签署担保的是确切的字节。隐去内容后，凭证仍按原样保留，是否相符只有看到原件的人才能核查。',
  ), {
    text: t('{name} is a redacted copy: its approvals stand for the original. Ask to see it, or compare with `qms verify --against`.', '{name} 是隐去后的副本：签署针对的是原件。可要求查看原件，或用 `qms verify --against` 对照。'),
    ledger: t('{name} is a redacted copy of an approval: its signature and chain can be checked only on the original.', '{name} 是签署凭证隐去后的副本：签名和链条只能在原件上核查。'),
  }),
];
