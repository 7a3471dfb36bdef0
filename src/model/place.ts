import type { BodyList } from './body-places.ts';

/** 1-based line and column (UTF-16 units), as unist counts them. */
export interface Point { readonly line: number; readonly column: number }
export interface Position { readonly start: Point; readonly end: Point }

/** A stretch of text in a file of the workspace. `path` is relative to the workspace, with `/`. */
export interface Place { readonly path: string; readonly position: Position }

/**
 * A place named by data instead of by line: the JSON pointer (RFC 6901) of a value in a YAML file or front matter.
 * It costs nothing until somebody has to see it. Where the value is absent, the nearest key that calls for it is meant.
 */
export interface Pointed { readonly path: string; readonly pointer: string; readonly on?: 'key' }

/** A place named as an item of a body: the list of the facts it stands in, and its index there. It stays the same where text only moves. */
export interface InBody { readonly path: string; readonly list: BodyList; readonly index: number }

export type Spot = Place | Pointed | InBody;

/** One entry of a register, or a document's front matter, with where it stands. */
export interface Entry<T> { readonly value: T; readonly path: string; readonly pointer: string }

/** The spot of an entry, or of a value inside it. */
export function spot(entry: Entry<unknown>, ...keys: readonly (string | number)[]): Pointed {
  return { path: entry.path, pointer: entry.pointer + keys.map((key) => `/${escapeKey(String(key))}`).join('') };
}

/** A key as one step of a JSON pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The keys of a JSON pointer. */
export function pointerKeys(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The first column of a line, for findings about a whole file or line. */
export function lineStart(path: string, line: number): Place {
  return { path, position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}
