import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc accept`: the unit confirms the fact. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('accept', given, env);
}
