import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { paperText } from '#render/paper-text.ts';
import { exclusions, exclusionsPaper } from '#views/exclusions.ts';
import { projectAsOf } from './as-of.ts';
import { leftOutNote, withNotes } from './left-out.ts';
import { tableOutcome } from './table.ts';

/** `qms exclusions`: whole sentences at a terminal, a table everywhere else. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  if ((optionText(given, 'format') ?? 'table') !== 'table') return withNotes(await tableOutcome(exclusions(project), project, given, env), said.notes);
  const text = paperText(exclusionsPaper(project), env.locale, env.color && given.options['output'] === undefined);
  return withNotes({ exit: 0, text, notes: leftOutNote(project, env.locale) }, said.notes);
}
