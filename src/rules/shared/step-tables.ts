import type { Document } from '#model/document.ts';
import type { Row, Table } from '#model/facts.ts';
import { onceFor } from '#model/once-for.ts';
import type { Words } from '#model/words.ts';

type Column = keyof Words['columns'];
/** A table of steps: `cell` gives a row's words in a column, undefined when the table has no such column. */
export interface StepTable { readonly table: Table; cell(row: Row, column: Column): string | undefined }

/** The tables of a document that have a step column and at least two of work, post, limit and record. */
export function stepTables(document: Document, words: Words): readonly StepTable[] {
  return tablesBy(words)(document);
}

const tablesBy = onceFor(({ columns }: Words) => {
  const named = new Map((Object.keys(columns) as Column[]).map((column) => [column, new Set(columns[column].map((title) => title.toLowerCase()))]));
  return onceFor(({ body }: Document): readonly StepTable[] => body.tables.flatMap((table) => {
    const titles = table.header.map((title) => title.toLowerCase());
    const at = (column: Column): number => titles.findIndex((title) => named.get(column)?.has(title));
    const others = (['work', 'post', 'limit', 'record'] as const).filter((column) => at(column) > 0);
    if (at('step') < 0 || others.length < 2) return [];
    const places = new Map([...named.keys()].map((column) => [column, at(column)]));
    return [{ table, cell: (row, column) => ((places.get(column) ?? -1) < 0 ? undefined : (row[places.get(column) as number] ?? '')) }];
  }));
});

/** An empty cell, or one that only holds a dash or 无. */
export function isBlank(cell: string | undefined): boolean {
  return cell === undefined || /^(?:[—–\-/／]*|无|none|n\/a)$/i.test(cell.trim());
}
