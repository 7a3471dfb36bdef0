import type { Element, ElementContent } from 'hast';
import { columnsOf } from '#i18n/columns.ts';
import { h } from './element.ts';

/** Half-ems that a row of table text holds, and what the frame of a cell takes. */
const ROOM = 84;
const FRAME = 2;
/** A cell of more is a paragraph; how long it is no longer matters. */
const PARAGRAPH = 120;

/**
 * A table whose columns get room by what stands in them: short ones (numbers, names, dates) stay on one line, the rest is shared by how much
 * there is to read. Left to itself a browser gives Chinese columns next to nothing, for every character may begin a line.
 */
export function withWidths(table: Element): Element {
  const rows = rowsOf(table);
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count < 2 || (table.properties['className'] as string[] | undefined)?.includes('dense')) return table;
  const wanted = Array.from({ length: count }, (_, index) => Math.max(4, ...rows.map((row) => Math.min(PARAGRAPH, widest(row[index])))) + FRAME);
  const total = wanted.reduce((sum, one) => sum + one, 0);
  if (total <= ROOM) return table;
  const read = Array.from({ length: count }, (_, index) => FRAME + rows.reduce((sum, row) => sum + widest(row[index]), 0) / rows.length);
  const shares = share(wanted, read, Array.from({ length: count }, (_, index) => Math.min(24, Math.max(3, ...rows.map((row) => longestWord(row[index])))) + FRAME));
  const cols = shares.map((one) => h('col', { width: `${((one * 100) / ROOM).toFixed(2)}%` }));
  const at = table.children.findIndex((child) => child.type === 'element' && child.tagName === 'caption') + 1;
  return { ...table, children: [...table.children.slice(0, at), h('colgroup', {}, ...cols), ...table.children.slice(at)] };
}

/** Who wants less than an even share gets it all; the others divide the rest by the root of what there is to read in a cell on average, each enough for its longest word. */
function share(wanted: readonly number[], read: readonly number[], least: readonly number[]): number[] {
  const given = new Map<number, number>();
  for (let changed = true; changed;) {
    changed = false;
    const waiting = wanted.map((want, index) => ({ want, index, root: Math.sqrt(read[index] as number), floor: least[index] as number })).filter(({ index }) => !given.has(index));
    const room = ROOM - [...given.values()].reduce((sum, one) => sum + one, 0);
    const roots = waiting.reduce((sum, { root }) => sum + root, 0);
    for (const { want, index, root, floor } of waiting) {
      const part = (room * root) / roots;
      if (want > room / waiting.length && part >= floor) continue;
      given.set(index, want <= room / waiting.length ? want : floor);
      changed = true;
      break;
    }
  }
  const rootOf = (index: number): number => Math.sqrt(read[index] as number);
  const room = ROOM - [...given.values()].reduce((sum, one) => sum + one, 0);
  const roots = wanted.reduce((sum, _, index) => sum + (given.has(index) ? 0 : rootOf(index)), 0);
  return wanted.map((_, index) => given.get(index) ?? Math.max(1, (room * rootOf(index)) / roots));
}

function rowsOf(node: Element): Element[][] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child.children.filter((cell): cell is Element => cell.type === 'element')] : rowsOf(child);
  });
}

/** Columns of the longest run that is not broken: a number or Latin word. */
function longestWord(cell: Element | undefined): number {
  return cell ? Math.max(0, ...linesOf(cell).flatMap((line) => line.split(/[\s\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+/)).map((word) => word.length)) : 0;
}

/** The longest line of a cell. */
function widest(cell: Element | undefined): number {
  return cell ? Math.max(0, ...linesOf(cell).map(columnsOf)) : 0;
}

function linesOf(node: Element): string[] {
  const lines = [''];
  const visit = (child: ElementContent): void => {
    if (child.type === 'text') lines[lines.length - 1] += child.value;
    else if (child.type === 'element') {
      if (child.tagName === 'br' || child.tagName === 'div') lines.push('');
      for (const inner of child.children) visit(inner);
    }
  };
  for (const child of node.children) visit(child);
  return lines.map((line) => line.trim());
}
