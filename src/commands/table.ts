import { optionText, type Env, type Given, type Outcome } from '#model/command.ts';
import { renderTable, type TableFormat } from '#render/table.ts';
import type { TableView } from '#views/table.ts';

/** A table view as the outcome of a command, in the format that was asked for. */
export function tableOutcome(view: TableView, given: Given, env: Env): Outcome {
  const format = (optionText(given, 'format') ?? 'table') as TableFormat;
  return { exit: 0, text: renderTable(view, format, env.locale, env.color && given.options['output'] === undefined) };
}
