import type { Text } from '#model/text.ts';

/** How a cell should strike the eye. */
export type Tone = 'good' | 'bad' | 'muted' | 'plain';
/** A line of a file that a word tells of. */
export interface Spot { readonly path: string; readonly line: number }
/** Words of the workspace are strings; our own words are texts. `items` are shown one below the other; `spots`, one for each, are where they lead in a format that has links. */
export interface Cell { readonly items: readonly (string | Text)[]; readonly tone?: Tone; readonly spots?: readonly Spot[] }
/** `whole`: numbers that must not be broken over two lines. `room`: characters kept free on paper for handwriting. */
export interface Column { readonly id: string; readonly title: Text | string; readonly align?: 'left' | 'center' | 'right'; readonly whole?: boolean; readonly room?: number }

/** Rows and columns to be shown as text, Markdown, CSV, HTML or JSON. */
export interface TableView {
  readonly title: Text;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sentences below the table: what was counted, what is missing. */
  readonly notes: readonly Text[];
}

export function cell(...items: (string | Text | undefined)[]): Cell {
  return { items: items.filter((item): item is string | Text => item !== undefined && item !== '') };
}
export function toned(tone: Tone, ...items: (string | Text)[]): Cell {
  return { items, tone };
}
