import type { Document } from '#model/document.ts';
import type { Row, Table } from '#model/facts.ts';
import type { Words } from '#model/words.ts';

type Column = keyof Words['columns'];
/** A table of steps: `cell` gives a row's words in a column, undefined when the table has no such column. */
export interface StepTable { readonly table: Table; cell(row: Row, column: Column): string | undefined }

/** The tables of a document that have a step column and at least two of work, post, limit and record. */
export function stepTables({ body }: Document, { columns }: Words): StepTable[] {
  return body.tables.flatMap((table) => {
    const at = (column: Column): number => table.header.findIndex((title) => columns[column].some((known) => known.toLowerCase() === title.toLowerCase()));
    const others = (['work', 'post', 'limit', 'record'] as const).filter((column) => at(column) > 0);
    if (at('step') < 0 || others.length < 2) return [];
    return [{ table, cell: (row, column) => (at(column) < 0 ? undefined : (row.cells[at(column)] ?? '')) }];
  });
}

/** An empty cell, or one that only holds a dash or 无. */
export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || /^(?:[—–\-/／]*|无|none|n\/a)$/i.test(cell.trim());
}
