import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc extend`: more time is granted, with its reason. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('extend', given, env);
}
