import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { ncList } from '#views/nc-list.ts';
import type { NcFilter } from '#views/nc-selection.ts';
import { projectAsOf } from '../as-of.ts';
import { withNotes } from '../left-out.ts';
import { tableOutcome } from '../table.ts';

/** `qms nc list`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  return withNotes(await tableOutcome(ncList(project, filterOf(given)), project, given, env), said.notes);
}

/** Which reports are asked for. */
export function filterOf(given: Given): NcFilter {
  const named = ['status', 'unit', 'clause', 'block', 'audit', 'grade', 'year'].flatMap((key) => (optionText(given, key) === undefined ? [] : [[key, optionText(given, key)]]));
  return { ...Object.fromEntries(named), ...(given.options['overdue'] === true ? { overdue: true } : {}), ...(given.options['open'] === true ? { open: true } : {}) };
}
