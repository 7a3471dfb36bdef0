import type { Env, Given, Outcome } from '#model/command.ts';
import { history } from '#views/history.ts';
import { openDocument } from './document.ts';
import { tableOutcome } from './table.ts';

/** `qms history`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, document } = await openDocument(given.args[0] as string, env);
  return tableOutcome(history(project, document), project, given, env);
}
