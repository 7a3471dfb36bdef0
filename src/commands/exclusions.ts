import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { renderPage } from '#render/page.ts';
import { exclusions, exclusionsPage } from '#views/exclusions.ts';
import { tableOutcome } from './table.ts';
import { dayAsked, openProject } from './workspace.ts';

/** `qms exclusions`: whole sentences at a terminal, a table everywhere else. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const project = await openProject(env, dayAsked(given));
  if ((optionText(given, 'format') ?? 'table') !== 'table') return tableOutcome(exclusions(project), given, env);
  return { exit: 0, text: renderPage(exclusionsPage(project), 'text', env.locale, env.color && given.options['output'] === undefined) };
}
