import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc agree`: the auditor agrees to the plan. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('agree', given, env);
}
