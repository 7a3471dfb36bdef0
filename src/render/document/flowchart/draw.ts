import type { Element, ElementContent } from 'hast';
import { h } from '../element.ts';
import { fontSize, lineHeight } from './lettering.ts';
import type { Box, Point, Shape } from './chart.ts';
import type { Placed } from './layout.ts';

const ARROW = 7;

/** A placed flowchart as an SVG tree. Words are text, so that they can be searched and copied; nothing refers to anything outside. */
export function drawFlowchart(chart: Placed, label: string): Element {
  const edges = chart.edges.flatMap(({ points, line, start, end }) => [
    h('polyline', { points: points.map((point) => point.join(',')).join(' '), fill: 'none', className: ['edge'], ...(line === 'dotted' ? { strokeDashArray: '4 3' } : {}), ...(line === 'thick' ? { strokeWidth: '2' } : {}) }),
    ...(end ? [head(points.at(-2), points.at(-1))] : []),
    ...(start ? [head(points[1], points[0])] : []),
  ]);
  const words = chart.edges.flatMap(({ at, label: lines }) => (at ? [h('rect', { ...frame(at), className: ['behind'] }), text(lines, at, 'word')] : []));
  return h('svg', { className: ['flowchart'], viewBox: `0 0 ${chart.width} ${chart.height}`, width: String(chart.width), height: String(chart.height), role: 'img', ariaLabel: label },
    ...chart.groups.flatMap((group) => [h('rect', { ...frame(group), rx: '3', className: ['group'] }), text([group.label], { ...group, y: group.y + 4, height: 22 }, 'group-title')]),
    ...edges,
    ...chart.nodes.flatMap((node) => [...outline(node.shape, node), text(node.label, node.shape === 'cylinder' ? { ...node, y: node.y + 6 } : node, 'step')]),
    ...words);
}

function frame({ x, y, width, height }: Box): Record<string, string> {
  return { x: String(x), y: String(y), width: String(width), height: String(height) };
}

function outline(shape: Shape, box: Box): Element[] {
  const { x, y, width: w, height: h_ } = box;
  const polygon = (...points: Point[]): Element[] => [h('polygon', { className: ['node'], points: points.map((point) => point.join(',')).join(' ') })];
  const rect = (radius: number): Element => h('rect', { ...frame(box), className: ['node'], ...(radius > 0 ? { rx: String(radius) } : {}) });
  const middle = y + h_ / 2;
  switch (shape) {
    case 'diamond': return polygon([x + w / 2, y], [x + w, middle], [x + w / 2, y + h_], [x, middle]);
    case 'hexagon': return polygon([x + 12, y], [x + w - 12, y], [x + w, middle], [x + w - 12, y + h_], [x + 12, y + h_], [x, middle]);
    case 'slanted': return polygon([x + 12, y], [x + w, y], [x + w - 12, y + h_], [x, y + h_]);
    case 'circle': return [h('circle', { className: ['node'], cx: String(x + w / 2), cy: String(middle), r: String(w / 2) })];
    case 'stadium': return [rect(h_ / 2)];
    case 'round': return [rect(6)];
    case 'subroutine': return [rect(0), ...[x + 7, x + w - 7].map((at) => h('line', { className: ['node'], x1: String(at), x2: String(at), y1: String(y), y2: String(y + h_) }))];
    case 'cylinder': return [h('path', { className: ['node'], d: `M${x},${y + 7} a${w / 2},7 0 0 1 ${w},0 v${h_ - 14} a${w / 2},7 0 0 1 ${-w},0 z M${x},${y + 7} a${w / 2},7 0 0 0 ${w},0` })];
    case 'box': return [rect(0)];
  }
}

/** An arrowhead of its own: a marker would be a reference. */
function head(from: Point | undefined, to: Point | undefined): ElementContent {
  if (!from || !to) return { type: 'text', value: '' };
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const base: Point = [to[0] - dx * ARROW, to[1] - dy * ARROW];
  const points: Point[] = [to, [base[0] - dy * 3, base[1] + dx * 3], [base[0] + dy * 3, base[1] - dx * 3]];
  return h('polygon', { className: ['arrow'], points: points.map((point) => point.map((value) => Math.round(value * 100) / 100).join(',')).join(' ') });
}

function text(lines: readonly string[], { x, y, width, height }: Box, name: string): Element {
  const first = y + height / 2 - ((lines.length - 1) * lineHeight) / 2 + fontSize * 0.36;
  const centre = String(Math.round((x + width / 2) * 100) / 100);
  return h('text', { className: [name], textAnchor: 'middle', fontSize: String(fontSize) }, ...lines.map((line, index) => h('tspan', { x: centre, y: String(Math.round((first + index * lineHeight) * 100) / 100) }, line)));
}
