import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc recheck`: the effect on a major nonconformity is looked at once more. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('recheck', given, env);
}
