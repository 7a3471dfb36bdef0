import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import type { Project } from '#model/project.ts';
import { paperHtml } from '#render/paper-html.ts';
import { renderTable, type TableFormat } from '#render/table.ts';
import { paperOfTable } from '#views/paper.ts';
import type { TableView } from '#views/table.ts';
import { leftOutNote, withNotes } from './left-out.ts';
import { imprintOf, pdfOutcome, requireOutput, type FileFormat } from './paper.ts';

/** A table view as the outcome of a command, in the format that was asked for. */
export async function tableOutcome(view: TableView, project: Project, given: Given, env: Env): Promise<Outcome> {
  return withNotes(await rendered(view, project, given, env), leftOutNote(project, env.locale));
}

async function rendered(view: TableView, project: Project, given: Given, env: Env): Promise<Outcome> {
  const imprint = imprintOf(project, env);
  const format = (optionText(given, 'format') ?? 'table') as TableFormat | FileFormat;
  if (format === 'pdf') return pdfOutcome(paperHtml(paperOfTable(view), env.locale, imprint, 'print'), view.title[env.locale], project, given, env);
  if (format !== 'xlsx') return { exit: 0, text: renderTable(view, format, env.locale, env.color && given.options['output'] === undefined, imprint) };
  const path = requireOutput(given, format);
  const { tableXlsx } = await import('#render/table-xlsx.ts');
  return { exit: 0, artifacts: [{ path, bytes: tableXlsx(view, env.locale, imprint.organization) }] };
}
