import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { matrix, type MatrixOptions } from '#views/matrix.ts';
import { projectAsOf } from './as-of.ts';
import { withNotes } from './left-out.ts';
import { tableOutcome } from './table.ts';

/** `qms matrix`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const options = { by: optionText(given, 'by') ?? 'block', level: optionText(given, 'level') ?? 'clause' } as MatrixOptions;
  const { project, said } = await projectAsOf(given, env);
  return withNotes(await tableOutcome(matrix(project, options), project, given, env), said.notes);
}
