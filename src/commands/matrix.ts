import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { matrix, type MatrixOptions } from '#views/matrix.ts';
import { tableOutcome } from './table.ts';
import { dayAsked, openProject } from './workspace.ts';

/** `qms matrix`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const options = { by: optionText(given, 'by') ?? 'block', level: optionText(given, 'level') ?? 'clause' } as MatrixOptions;
  return tableOutcome(matrix(await openProject(env, dayAsked(given)), options), given, env);
}
