import type { BodyFacts } from './facts.ts';
import { onceFor } from './once-for.ts';
import type { InBody, Position } from './place.ts';

/** The lists of a body whose items have a place; `rows` are those of all tables, one after the other. */
export const bodyLists = ['sections', 'links', 'claims', 'mentions', 'quotes', 'numbers', 'tables', 'rows', 'directives', 'paragraphs', 'hidden'] as const;
export type BodyList = (typeof bodyLists)[number];

/** For each list the places of its items in their order, four numbers each: line and column where it starts, line and column where it ends. */
export type BodyPlaces = Readonly<Record<BodyList, readonly number[]>>;

type ItemOf<List extends BodyList> = List extends 'rows' ? BodyFacts['tables'][number]['rows'][number] : BodyFacts[Exclude<List, 'rows'>][number];

type Placed = Pick<BodyFacts, 'places'>;

const NUMBERS = 4;

/** The spot of an item of a body: the very object that stands in its list. */
export function bodyPlace<List extends BodyList>({ path, body }: { readonly path: string; readonly body: BodyFacts | null }, list: List, item: ItemOf<List>): InBody {
  return { path, list, index: body ? indexOf(body, list, item) : -1 };
}

/** The line on which the item at this index starts. */
export function lineOf({ places }: Placed, list: BodyList, index: number): number {
  return places[list][index * NUMBERS] ?? 1;
}

/** The last section that starts on this line or before it, -1 where none does. */
export function sectionAt({ places: { sections } }: Placed, line: number): number {
  let low = 0;
  for (let high = sections.length / NUMBERS; low < high;) {
    const middle = (low + high) >> 1;
    if ((sections[middle * NUMBERS] as number) > line) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** Null where there is no such item. */
export function positionOf({ places }: Placed, list: BodyList, index: number): Position | null {
  const [line, column, endLine, endColumn] = places[list].slice(index * NUMBERS, (index + 1) * NUMBERS);
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) return null;
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** Adds a place to those of a list. */
export function addPlace(places: number[], { start, end }: Position): void {
  places.push(start.line, start.column, end.line, end.column);
}

/** -1 where the item stands in another list. */
export function indexOf<List extends BodyList>(body: BodyFacts, list: List, item: ItemOf<List>): number {
  return (list === 'rows' ? rowIndexes(body.tables) : indexes(body[list as Exclude<BodyList, 'rows'>])).get(item) ?? -1;
}

/** A list is gone through once, for each of thousands of its items may be asked for. */
const indexes = onceFor((items: readonly object[]): ReadonlyMap<object, number> => new Map(items.map((item, at) => [item, at])));
const rowIndexes = onceFor((tables: BodyFacts['tables']) => indexes(tables.flatMap(({ rows }) => rows)));
