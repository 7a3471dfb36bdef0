import type { Env, Given, Outcome } from '#model/command.ts';
import { take } from './take.ts';

/** `qms nc close`: the report is closed when every gate holds. */
export function run(given: Given, env: Env): Promise<Outcome> {
  return take('close', given, env);
}
