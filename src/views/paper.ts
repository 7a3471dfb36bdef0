import type { Text } from '#model/text.ts';
import type { Cell, TableView } from './table.ts';

/** Words of the workspace are strings; our own words are texts. */
export type Words = string | Text;
/** A label and what is filled in beside it. */
export interface Field { readonly label: Words; readonly value: Cell }
/** A place to sign: what for, by whom, when; both empty on a paper that is still to be signed. */
export interface SignatureField { readonly label: Words; readonly name: string; readonly on: string }

/** One value of a chart; null where it was not measured. */
export interface Point { readonly label: Words; readonly value: number | null; readonly tone?: Cell['tone'] }
/**
 * Figures to be drawn. `bars` compares, `line` shows a course of time (with its target), `pareto` sorts by size with the running share.
 * Wherever nothing can be drawn the same figures come as a table.
 */
export interface Chart { readonly kind: 'bars' | 'line' | 'pareto'; readonly title: Words; readonly unit: string; readonly points: readonly Point[]; readonly target?: number }

export type Block =
  | { readonly kind: 'heading'; readonly text: Words; readonly depth: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly text: Words; readonly tone?: Cell['tone'] }
  | { readonly kind: 'list'; readonly items: readonly Words[]; readonly ordered?: boolean }
  /** Lines as they stand in a file. */
  | { readonly kind: 'code'; readonly text: string }
  /** Label and value side by side in a ruled grid; `columns` pairs in a row. */
  | { readonly kind: 'fields'; readonly fields: readonly Field[]; readonly columns: 1 | 2 | 3 }
  | { readonly kind: 'table'; readonly table: Pick<TableView, 'columns' | 'rows' | 'notes'> & { readonly title?: Words } }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'signatures'; readonly fields: readonly SignatureField[] };

/** A paper of several parts, as it is printed, signed and filed: an audit plan, a checklist, a nonconformity report. One such view serves every format. */
export interface Paper {
  readonly title: Words;
  /** Number of the paper itself, '' when it carries none. */
  readonly number: string;
  readonly blocks: readonly Block[];
}

/** A headed group of lines. */
export interface Part { readonly heading?: Text; readonly lines: readonly Words[]; readonly code?: boolean }

/** A paper that is only read: a title, then headed lists of lines. */
export function paperOfParts(title: Words, parts: readonly Part[]): Paper {
  return { title, number: '', blocks: parts.flatMap(({ heading, lines, code }): Block[] => [
    ...(heading ? [{ kind: 'heading', text: heading, depth: 2 } as const] : []),
    ...(code ? [{ kind: 'code', text: lines.map((line) => (typeof line === 'string' ? line : line.en)).join('\n') } as const] : heading ? [{ kind: 'list', items: lines } as const] : lines.map((text) => ({ kind: 'paragraph', text }) as const)),
  ]) };
}

/** A table alone on its paper. */
export function paperOfTable({ title, ...table }: TableView): Paper {
  return { title, number: '', blocks: [{ kind: 'table', table }] };
}
