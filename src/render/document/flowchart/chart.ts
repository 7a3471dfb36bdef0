import type { Args } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';

/** CSS pixels from the upper left corner. */
export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type Point = readonly [x: number, y: number];
export type Shape = 'box' | 'round' | 'stadium' | 'diamond' | 'hexagon' | 'cylinder' | 'subroutine' | 'circle' | 'slanted';
/** `label` line by line. */
export interface Node { readonly id: string; readonly label: readonly string[]; readonly shape: Shape; readonly group: string | undefined }
export interface Edge { readonly from: string; readonly to: string; readonly label: readonly string[]; readonly line: 'solid' | 'dotted' | 'thick'; readonly start: boolean; readonly end: boolean }
export interface Group { readonly id: string; readonly label: string; readonly parent: string | undefined }
export type Direction = 'DOWN' | 'UP' | 'RIGHT' | 'LEFT';
export interface Flowchart { readonly direction: Direction; readonly title: string; readonly nodes: readonly Node[]; readonly edges: readonly Edge[]; readonly groups: readonly Group[] }

/** What a line of a diagram is wrong in; `line` counts from 0. */
export class DiagramError extends Error {
  readonly line: number;
  readonly text: Text;
  readonly args: Args;
  constructor(line: number, text: Text, args: Args = {}) {
    super(text.en);
    this.line = line;
    this.text = text;
    this.args = args;
  }
}
