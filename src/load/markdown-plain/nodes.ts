import type { Html, InlineCode, Link, PhrasingContent, Text } from 'mdast';
import type { Position } from '#model/place.ts';

/** Not an error of the text: it holds something that is left to the general parser. Thrown as it is, without a stack. */
export const unsure: Error = new Error('not plain');

/** `:req[…]`, as the general parser has it. */
export interface TextDirective { readonly type: 'textDirective'; readonly name: string; readonly attributes: Record<string, string>; readonly children: Text[]; readonly position: Position }
export type Inline = Text | Link | InlineCode | Html | TextDirective;

/** A place within one line, from column to column. */
export function within(line: number, from: number, to: number): Position {
  return { start: { line, column: from }, end: { line, column: to } };
}

/** Directives are no part of mdast's own types. */
export function phrasing(nodes: readonly Inline[]): PhrasingContent[] {
  return nodes as unknown as PhrasingContent[];
}
