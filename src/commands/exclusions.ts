import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { renderPage } from '#render/page.ts';
import { exclusions, exclusionsPage } from '#views/exclusions.ts';
import { projectAsOf } from './as-of.ts';
import { tableOutcome } from './table.ts';

/** `qms exclusions`: whole sentences at a terminal, a table everywhere else. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  if ((optionText(given, 'format') ?? 'table') !== 'table') return { ...await tableOutcome(exclusions(project), project, given, env), ...said };
  return { exit: 0, ...said, text: renderPage(exclusionsPage(project), 'text', env.locale, env.color && given.options['output'] === undefined) };
}
