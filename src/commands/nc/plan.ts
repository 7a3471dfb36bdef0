import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc plan`: cause, corrective action and look elsewhere are settled. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('plan', given, env);
}
