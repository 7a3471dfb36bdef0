import type { Box, Node, Point } from './chart.ts';

type Shaped = Node & Box;

/** Arrows end at the box around a node; those of a rhombus or circle are led on to the line that is drawn. */
export function reachShapes(points: readonly Point[], from: Shaped | undefined, to: Shaped | undefined): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return [...points];
  return [reach(first, from), ...points.slice(1, -1), reach(last, to)];
}

function reach(point: Point, node: Shaped | undefined): Point {
  if (!node || (node.shape !== 'diamond' && node.shape !== 'circle')) return point;
  const { x, y, width, height } = node;
  const [dx, dy] = [(point[0] - x) / (width / 2) - 1, (point[1] - y) / (height / 2) - 1];
  const depth = (off: number): number => (node.shape === 'diamond' ? 1 - Math.abs(off) : Math.sqrt(Math.max(0, 1 - off * off)));
  const at = (centre: number, size: number, sign: number, off: number): number => Math.round((centre + (size / 2) * (1 + sign * depth(off))) * 100) / 100;
  return Math.abs(dy) >= Math.abs(dx) ? [point[0], at(y, height, Math.sign(dy), dx)] : [at(x, width, Math.sign(dx), dy), point[1]];
}
