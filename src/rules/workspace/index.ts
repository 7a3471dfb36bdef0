import type { Rule } from '#model/rule.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { orphanFile } from './orphan-file.ts';
import { uncontrolledFile } from './uncontrolled-file.ts';
import { unsafeNumber } from './unsafe-number.ts';

export const workspaceRules: readonly Rule[] = [orphanFile, uncontrolledFile, duplicateEntry, unsafeNumber];
