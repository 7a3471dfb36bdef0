import { isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node } from 'yaml';
import type { Args } from '#model/diagnostic.ts';

/** Nesting deeper than this is an attack or a mistake, never a register. */
export const MAX_DEPTH = 64;
const MAX_ALIASES = 100;
/** Characters that all aliases of a file may add when they are written out. */
const MAX_UNFOLDED = 1_000_000;
const plainTags = new Set(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`));

export interface YamlFault { readonly code: string; readonly message: string; readonly offset: number; readonly args: Args }

/**
 * What the parser lets pass and a register must not contain: keys written twice, keys that are no plain words, merge keys, `__proto__`,
 * tags that build objects, aliases that unfold without measure or end. Numbers that JSON does not have become text.
 */
export function inspectYaml(root: Node | null): YamlFault[] {
  const faults: YamlFault[] = [];
  const sizes = new Map<string, number>();
  const around = new Set<string>();
  let aliases = 0;
  let unfolded = 0;
  const fault = (code: string, node: unknown, args: Args = {}, message = 'found'): void => {
    faults.push({ code, message, offset: isNode(node) ? node.range?.[0] ?? 0 : 0, args });
  };

  const alias = (node: Node & { source: string }): number => {
    const name = `*${node.source}`;
    if (around.has(node.source)) fault('load/yaml-aliases', node, { name }, 'circle');
    else if (!sizes.has(node.source)) fault('load/yaml-aliases', node, { name }, 'unknown');
    if (++aliases === MAX_ALIASES + 1) fault('load/yaml-aliases', node, { limit: MAX_ALIASES });
    const size = sizes.get(node.source) ?? 0;
    if (unfolded <= MAX_UNFOLDED && unfolded + size > MAX_UNFOLDED) fault('load/yaml-aliases', node, { limit: MAX_UNFOLDED }, 'large');
    unfolded += size;
    return size;
  };

  const key = (node: unknown, seen: Set<string>): void => {
    if (!isScalar(node)) return fault('load/forbidden-key', node, { key: isAlias(node) ? `*${node.source}` : '? …' });
    const name = String(node.value);
    if (name === '__proto__' || name === '<<') fault('load/forbidden-key', node, { key: name });
    if (seen.has(name)) fault('load/duplicate-key', node);
    seen.add(name);
  };

  /** Characters below a node, aliases written out. */
  const walk = (node: unknown, depth: number): number => {
    if (!isNode(node)) return 0;
    if (isAlias(node)) return alias(node);
    if (node.tag && !plainTags.has(node.tag)) fault('load/yaml-tag', node, { problem: node.tag });
    const anchor = 'anchor' in node ? (node.anchor as string | undefined) : undefined;
    if (anchor) around.add(anchor);
    let size = 1;
    if (isScalar(node)) size += tame(node);
    else if (depth >= MAX_DEPTH) fault('load/yaml-depth', node, { depth: MAX_DEPTH });
    else if (isSeq(node)) for (const item of node.items) size += isPair(item) ? walk(item.key, depth + 1) + walk(item.value, depth + 1) : walk(item, depth + 1);
    else if (isMap(node)) {
      const seen = new Set<string>();
      for (const pair of node.items) {
        key(pair.key, seen);
        size += walk(pair.key, depth + 1) + walk(pair.value, depth + 1);
      }
    }
    if (anchor) { around.delete(anchor); sizes.set(anchor, size); }
    return size;
  };
  walk(root, 0);
  return faults.sort((a, b) => a.offset - b.offset);
}

/** Infinity, NaN and -0 have no place in JSON, and so none in facts: they become the text they were written as. Returns the length. */
function tame(node: Node & { value: unknown; source?: string }): number {
  if (typeof node.value === 'number' && (!Number.isFinite(node.value) || Object.is(node.value, -0))) node.value = node.source ?? String(node.value);
  return String(node.value).length;
}
