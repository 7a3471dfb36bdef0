import type { Rule } from '#model/rule.ts';
import { noIndicator } from './no-indicator.ts';
import { noOwner } from './no-owner.ts';
import { outsourcingUnmarked } from './outsourcing-unmarked.ts';
import { unconnected } from './unconnected.ts';

export const processRules: readonly Rule[] = [outsourcingUnmarked, unconnected, noOwner, noIndicator];
