import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { wordsIn } from '#model/text.ts';
import type { Imprint } from '#render/paper-html.ts';
import { renderPaper, type PaperFormat } from '#render/paper.ts';
import type { Paper } from '#views/paper.ts';

/** A paper as the outcome of a command, in the format that was asked for; `data` is what json prints. */
export async function paperOutcome(paper: Paper, data: unknown, project: Project, given: Given, env: Env): Promise<Outcome> {
  const format = (optionText(given, 'format') ?? 'text') as PaperFormat | 'json';
  if (format === 'json') return { exit: 0, text: `${JSON.stringify(data, null, 2)}\n` };
  return { exit: 0, text: renderPaper(paper, format, env.locale, env.color && given.options['output'] === undefined, imprintOf(project, env)) };
}

/** What stands at the head and foot of every printed page. */
export function imprintOf({ config, today }: Project, { locale }: Env): Imprint {
  return { organization: wordsIn(config.organization, locale), today };
}
