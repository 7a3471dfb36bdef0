import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { wordsIn } from '#model/text.ts';
import { UsageError } from '#model/usage-error.ts';
import { checklistPaper } from '#views/audit/checklist-paper.ts';
import { checklist, worksheetOf, type Checklist } from '#views/audit/checklist.ts';
import { paperOutcome, requireOutput } from '../paper.ts';
import { openProject } from '../workspace.ts';
import { sightOf } from './sight.ts';

/** `qms audit checklist`: on paper, or as a form that comes back through `qms audit record`. */
export async function run(given: Given, env: Env): Promise<Outcome> {
  const audit = given.args[0] as string;
  const project = await openProject(env);
  const seed = optionText(given, 'seed');
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new UsageError({ en: '--seed takes a whole number of up to nine digits.', 'zh-CN': '--seed 须为不超过九位的整数。' });
  const clauses = given.options['clause'] as readonly string[] | undefined;
  const format = optionText(given, 'format');
  const isForm = format === 'xlsx' || format === 'html';
  if (isForm && clauses) throw new UsageError({ en: 'A form to be filled in holds the whole checklist: leave out --clause.', 'zh-CN': '供填写的表单须是完整的检查表：请去掉 --clause。' });
  const list = checklist(project, { audit, ...await sightOf(audit, project, given, env), ...(seed ? { seed } : {}), ...(clauses ? { clauses } : {}) });
  return isForm ? form(format, list, project, given, env) : paperOutcome(checklistPaper(list, project), list, project, given, env);
}

/** Longest text that a cell of a workbook takes. */
const MAX_CELL = 32_000;

async function form(format: 'xlsx' | 'html', list: Checklist, project: Project, given: Given, env: Env): Promise<Outcome> {
  const sheet = worksheetOf(list, env.locale);
  const organization = wordsIn(project.config.organization, env.locale);
  const people = list.team.map((id) => ({ id, name: project.index.people.get(id)?.value.name ?? '' }));
  if (format === 'html') {
    const { fieldForm } = await import('#render/field-form.ts');
    const parts = env.host.assets().template('field-form');
    return { exit: 0, text: fieldForm(list, sheet, organization, people, { script: parts.get('form.js') as string, style: parts.get('form.css') as string }, env.locale) };
  }
  const path = requireOutput(given, format);
  const long = sheet.rows.find((row) => [row.question, row.sample, row.evidence, row.note].some((text) => text.length > MAX_CELL));
  if (long) throw new UsageError({ en: 'Row {row} holds more text than a workbook cell takes. Use --format html.', 'zh-CN': '第 {row} 行的文字超过工作簿一格的容量。请用 --format html。' }, { row: long.id });
  const { fieldSheet } = await import('#render/field-sheet.ts');
  return { exit: 0, artifacts: [{ path, bytes: fieldSheet(list, sheet, organization, people.map(({ id, name }) => `${id} ${name}`.trim()), env.locale) }] };
}
