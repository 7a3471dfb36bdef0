import bundled, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { blockSize, wrapLines } from './lettering.ts';
import type { Box, Edge, Flowchart, Group, Node, Point } from './chart.ts';
import { reachShapes } from './outline.ts';

/** A flowchart with its places, in CSS pixels from the upper left corner. */
export interface Placed {
  readonly width: number; readonly height: number; readonly title: string;
  readonly nodes: readonly (Node & Box)[];
  readonly edges: readonly (Edge & { readonly points: readonly Point[]; readonly at?: Box })[];
  readonly groups: readonly (Group & Box)[];
}

/** The module itself is the class, whatever its types say. */
const Elk = bundled as unknown as new () => { layout(graph: ElkNode): Promise<ElkNode> };

/** Layout of one diagram; the same source always gives the same places. */
const settings: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered', 'elk.edgeRouting': 'ORTHOGONAL', 'elk.hierarchyHandling': 'INCLUDE_CHILDREN', 'elk.randomSeed': '1',
  'elk.json.shapeCoords': 'ROOT', 'elk.json.edgeCoords': 'ROOT', 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES', 'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER', 'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF', 'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.spacing.nodeNode': '22', 'elk.layered.spacing.nodeNodeBetweenLayers': '26', 'elk.spacing.edgeNode': '14', 'elk.spacing.edgeEdge': '12', 'elk.layered.spacing.edgeNodeBetweenLayers': '14', 'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.mergeEdges': 'true', 'elk.edgeLabels.inline': 'false', 'elk.spacing.edgeLabel': '3', 'elk.padding': '[top=6,left=6,bottom=6,right=6]',
};

/** Places nodes, arrows and their words. elkjs is Eclipse's layout kernel: pure JavaScript, no page, no network, no clock. */
export async function placeFlowchart(chart: Flowchart): Promise<Placed> {
  const nodes = chart.nodes.map((node) => ({ ...node, label: wrapLines(node.label) }));
  const elkNode = (node: Node): ElkNode => ({ id: `n:${node.id}`, ...nodeSize(node) });
  const elkGroup = (group: Group): ElkNode => ({
    id: `g:${group.id}`, layoutOptions: { 'elk.padding': '[top=30,left=12,bottom=12,right=12]', 'elk.nodeSize.constraints': 'MINIMUM_SIZE', 'elk.nodeSize.minimum': `(${blockSize([group.label])[0] + 24}, 40)` },
    children: [...chart.groups.filter(({ parent }) => parent === group.id).map(elkGroup), ...nodes.filter((node) => node.group === group.id).map(elkNode)],
  });
  const known = new Set(chart.groups.map(({ id }) => id));
  const end = (id: string): string => (known.has(id) ? `g:${id}` : `n:${id}`);
  const edges: ElkExtendedEdge[] = chart.edges.map((edge, index) => {
    const [width, height] = blockSize(edge.label);
    return { id: `e:${index}`, sources: [end(edge.from)], targets: [end(edge.to)], ...(edge.label.length > 0 ? { labels: [{ id: `l:${index}`, text: edge.label.join(' '), width: width + 6, height: height + 2 }] } : {}) };
  });
  const drawn = nodes.filter(({ id }) => !known.has(id));
  const laid = await new Elk().layout({
    id: 'root', layoutOptions: { ...settings, 'elk.direction': chart.direction, 'elk.spacing.nodeNode': chart.direction === 'RIGHT' || chart.direction === 'LEFT' ? '12' : '22' }, edges,
    children: [...chart.groups.filter(({ parent }) => parent === undefined).map(elkGroup), ...drawn.filter(({ group }) => group === undefined).map(elkNode)],
  });
  const boxes = new Map<string, Box>();
  const lines = new Map<string, ElkExtendedEdge>();
  collect(laid, boxes, lines);
  const box = (id: string): Box => boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
  return {
    width: round(laid.width ?? 0), height: round(laid.height ?? 0), title: chart.title,
    nodes: drawn.map((node) => ({ ...node, ...box(`n:${node.id}`) })),
    groups: chart.groups.map((group) => ({ ...group, ...box(`g:${group.id}`) })),
    edges: chart.edges.map((edge, index) => {
      const line = lines.get(`e:${index}`);
      const label = line?.labels?.[0];
      const shapeAt = (id: string): (Node & Box) | undefined => { const node = drawn.find((one) => one.id === id); return node && { ...node, ...box(`n:${id}`) }; };
      return { ...edge, points: reachShapes(pointsOf(line), shapeAt(edge.from), shapeAt(edge.to)), ...(label ? { at: asBox(label) } : {}) };
    }),
  };
}

/** Room for the words and the shape around them. */
function nodeSize({ label, shape }: Node): { width: number; height: number } {
  const [width, height] = blockSize(label);
  switch (shape) {
    case 'diamond': return { width: Math.max(90, width * 1.35 + 42), height: Math.max(52, height * 1.9 + 18) };
    case 'circle': { const side = Math.max(44, Math.hypot(width, height) + 12); return { width: side, height: side }; }
    case 'hexagon': case 'slanted': case 'stadium': return { width: Math.max(72, width + 40), height: height + 14 };
    case 'cylinder': return { width: Math.max(72, width + 24), height: height + 30 };
    default: return { width: Math.max(72, width + (shape === 'subroutine' ? 36 : 22)), height: height + 14 };
  }
}

function collect(node: ElkNode, boxes: Map<string, Box>, lines: Map<string, ElkExtendedEdge>): void {
  boxes.set(node.id, asBox(node));
  for (const edge of node.edges ?? []) lines.set(edge.id, edge as ElkExtendedEdge);
  for (const child of node.children ?? []) collect(child, boxes, lines);
}

function asBox({ x = 0, y = 0, width = 0, height = 0 }: { x?: number; y?: number; width?: number; height?: number }): Box {
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint].map(({ x, y }): Point => [round(x), round(y)]));
}

/** Hundredths are finer than any printer. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
