import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc verify`: somebody else looks whether the action works. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('verify', given, env);
}
