import type { Rule } from '#model/rule.ts';
import { unclaimedBlock } from './unclaimed-block.ts';
import { unclaimedConditional } from './unclaimed-conditional.ts';
import { unclaimedItem } from './unclaimed-item.ts';

export const coverageRules: readonly Rule[] = [unclaimedItem, unclaimedConditional, unclaimedBlock];
