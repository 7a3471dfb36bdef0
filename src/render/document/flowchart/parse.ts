import { DiagramError, type Direction, type Edge, type Flowchart, type Group, type Shape } from './chart.ts';
import { splitStatement } from './statement.ts';

const directions: Readonly<Record<string, Direction>> = { TD: 'DOWN', TB: 'DOWN', BT: 'UP', LR: 'RIGHT', RL: 'LEFT' };
const MAX_NODES = 120;
const MAX_EDGES = 300;

/**
 * Mermaid's flowchart as far as an office needs it: nodes of the usual shapes, arrows with words, groups. It is our own reader because the
 * common ones drop a line they do not understand, and a step that silently vanishes from a controlled page is worse than an error.
 */
export function parseFlowchart(source: string): Flowchart {
  const lines = source.split('\n');
  const nodes = new Map<string, { id: string; label: readonly string[] | null; shape: Shape; group: string | undefined }>();
  const edges: Edge[] = [];
  const groups: (Group & { readonly line: number })[] = [];
  const open: string[] = [];
  let direction: Direction | undefined;
  let title = '';
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim().replace(/;$/, '');
    if (line === '' || line.startsWith('%%')) continue;
    if (direction === undefined) { direction = headed(line, index); continue; }
    const words = /^accTitle\s*:\s*(.+)$/.exec(line);
    if (words) { title = words[1] as string; continue; }
    const group = /^subgraph\s+([^\s[\]]+)\s*(?:\[\s*"?([^"\]]*)"?\s*\])?$/.exec(line);
    if (group) {
      const id = group[1] as string;
      if (groups.some((one) => one.id === id)) throw new DiagramError(index, { en: 'the group "{id}" begins twice', 'zh-CN': '分组“{id}”出现两次' }, { id });
      groups.push({ id, label: (group[2] ?? id).trim(), parent: open.at(-1), line: index });
      open.push(id);
      continue;
    }
    if (line === 'end') {
      if (open.pop() === undefined) throw new DiagramError(index, { en: '`end` closes no group', 'zh-CN': '`end` 没有对应的分组' });
      continue;
    }
    const statement = splitStatement(line, index);
    for (const { id, label, shape } of statement.nodes) {
      const known = nodes.get(id);
      if (!known) nodes.set(id, { id, label, shape, group: open.at(-1) });
      else if (label !== null) Object.assign(known, { label, shape });
      if (nodes.size > MAX_NODES) throw new DiagramError(index, { en: 'more than {limit} steps fit on no page', 'zh-CN': '步骤超过 {limit} 个，一页排不下' }, { limit: MAX_NODES });
    }
    if (edges.length + statement.edges.length > MAX_EDGES) throw new DiagramError(index, { en: 'more than {limit} arrows fit on no page', 'zh-CN': '箭头超过 {limit} 条，一页排不下' }, { limit: MAX_EDGES });
    edges.push(...statement.edges);
  }
  if (direction === undefined) throw new DiagramError(0, { en: 'the diagram is empty; it begins with `flowchart TD`', 'zh-CN': '图是空的；第一行应为 `flowchart TD`' });
  const unclosed = groups.find(({ id }) => open.includes(id));
  if (unclosed) throw new DiagramError(unclosed.line, { en: 'the group "{id}" has no `end`', 'zh-CN': '分组“{id}”缺少 `end`' }, { id: unclosed.id });
  if (nodes.size === 0) throw new DiagramError(0, { en: 'the diagram has no step', 'zh-CN': '图中没有步骤' });
  return { direction, title, nodes: [...nodes.values()].map((node) => ({ ...node, label: node.label ?? [node.id] })), edges, groups };
}

function headed(line: string, index: number): Direction {
  const found = directions[/^(?:flowchart|graph)\s+(TD|TB|BT|LR|RL)$/.exec(line)?.[1] ?? ''];
  if (found === undefined) throw new DiagramError(index, { en: 'a diagram begins with `flowchart TD` (or LR, BT, RL), not with `{line}`', 'zh-CN': '图的第一行应为 `flowchart TD`（或 LR、BT、RL），而不是 `{line}`' }, { line: line.slice(0, 40) });
  return found;
}
