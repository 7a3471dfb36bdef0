import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc reopen`: what did not last is taken up again. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('reopen', given, env);
}
