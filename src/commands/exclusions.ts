import type { Env, Given, Outcome } from '#model/command.ts';
import { exclusions } from '#views/exclusions.ts';
import { tableOutcome } from './table.ts';
import { dayAsked, openProject } from './workspace.ts';

/** `qms exclusions`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  return tableOutcome(exclusions(await openProject(env, dayAsked(given))), given, env);
}
