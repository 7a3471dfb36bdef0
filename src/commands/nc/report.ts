import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { ncFigures } from '#views/nc-figures.ts';
import { ncReportPaper } from '#views/nc-report.ts';
import { projectAsOf } from '../as-of.ts';
import { withNotes } from '../left-out.ts';
import { paperOutcome } from '../paper.ts';
import { filterOf } from './list.ts';

/** `qms nc report`: where faults cluster, how long they stand open, whether they become fewer. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  const figures = ncFigures(project, filterOf(given));
  return withNotes(await paperOutcome(ncReportPaper(figures, project, optionText(given, 'year')), figures, project, given, env), said.notes);
}
