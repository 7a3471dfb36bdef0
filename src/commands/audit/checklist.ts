import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { UsageError } from '#model/usage-error.ts';
import { checklistPaper } from '#views/audit/checklist-paper.ts';
import { checklist } from '#views/audit/checklist.ts';
import { paperOutcome } from '../paper.ts';
import { openProject } from '../workspace.ts';
import { sightOf } from './sight.ts';

/** `qms audit checklist`: on paper, or as a form that comes back through `qms audit record`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const audit = given.args[0] as string;
  const project = await openProject(env);
  const seed = optionText(given, 'seed');
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new UsageError({ en: '--seed takes a whole number of up to nine digits.', 'zh-CN': '--seed 须为不超过九位的整数。' });
  const clauses = given.options['clause'] as readonly string[] | undefined;
  const list = checklist(project, { audit, ...await sightOf(audit, project, given, env), ...(seed ? { seed } : {}), ...(clauses ? { clauses } : {}) });
  return paperOutcome(checklistPaper(list, project), list, project, given, env);
}
