import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { periodNamed } from '#model/periods.ts';
import type { Project } from '#model/project.ts';
import { UsageError } from '#model/usage-error.ts';
import { objectiveFigures, type ObjectiveFilter } from '#views/objective-figures.ts';
import { objectivePaper, objectivesPaper, objectivesTable } from '#views/objectives.ts';
import { projectAsOf } from './as-of.ts';
import { withNotes } from './left-out.ts';
import { paperOutcome } from './paper.ts';
import { tableOutcome } from './table.ts';

/** `qms objectives`: how the objectives stand; one alone with its definition and every value. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const { project, said } = await projectAsOf(given, env);
  const filter = filterOf(given, project);
  const all = objectiveFigures(project, filter);
  const format = optionText(given, 'format');
  if (format === 'csv') return withNotes(await tableOutcome(objectivesTable(all, project), project, given, env), said.notes);
  const drawn = format === 'html' || format === 'pdf';
  const paper = filter.objective ? objectivePaper(all, project, drawn) : objectivesPaper(all, project, drawn, filter.period?.name);
  return withNotes(await paperOutcome(paper, all, project, given, env), said.notes);
}

function filterOf(given: Given, { index }: Project): ObjectiveFilter {
  const [objective, unit, period] = ['objective', 'unit', 'period'].map((name) => optionText(given, name));
  if (objective !== undefined && !index.objectives.has(objective)) throw new UsageError({ en: 'There is no objective {objective}.', 'zh-CN': '没有编号为 {objective} 的质量目标。' }, { objective }, { en: '`qms objectives` lists them.', 'zh-CN': '`qms objectives` 可列出编号。' });
  if (unit !== undefined && !index.units.has(unit)) throw new UsageError({ en: 'There is no unit "{unit}".', 'zh-CN': '没有“{unit}”这个部门。' }, { unit });
  const within = period === undefined ? undefined : periodNamed(period);
  if (period !== undefined && !within) throw new UsageError({ en: '"{period}" is no period.', 'zh-CN': '“{period}”不是周期。' }, { period }, { en: 'Write 2004-11, 2004-Q4, 2004-H2 or 2004.', 'zh-CN': '请写成 2004-11、2004-Q4、2004-H2 或 2004。' });
  return { ...(objective ? { objective } : {}), ...(unit ? { unit } : {}), ...(within ? { period: within } : {}) };
}
