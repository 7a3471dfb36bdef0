import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc act`: the action is done, with its evidence. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('act', given, env);
}
