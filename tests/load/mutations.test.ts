import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { judge } from '#commands/judge.ts';
import { readTree } from '#host/files.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import { treeOf, type TreeEntry } from '#model/tree.ts';
import { fileRules } from '#rules/index.ts';
import { randomFrom } from '../../bench/random.mjs';
import { assets, testDay } from '../memory.ts';

const { entries } = readTree(resolve('docs-qms'));
const wrong: readonly unknown[] = [null, 0, -1.5, true, '', '\u0000', '2004-02-30', 'x'.repeat(300), [], [null], [[]], {}, { a: 1 }, ['a', 'a'], { 'zh-CN': 1 }, 'constructor', '../../etc'];

/** Puts wrong values, missing fields and unknown fields into data, at a few places. */
function spoil(data: unknown, next: (below: number) => number): unknown {
  let node = data as Record<string, unknown>;
  for (let depth = 0; depth < 6; depth++) {
    const keys = Object.keys(node).filter((key) => depth > 0 || !['kind', 'type', 'id'].includes(key));
    const key = keys[next(keys.length || 1)];
    if (key === undefined) return data;
    const inner = node[key];
    if (typeof inner !== 'object' || inner === null || next(3) === 0) {
      const way = next(4);
      if (way === 0) delete node[key];
      else if (way === 1) node[`${key}x`] = 1;
      else node[key] = wrong[next(wrong.length)];
      return data;
    }
    node = inner as Record<string, unknown>;
  }
  return data;
}

function spoiled(entry: TreeEntry, next: (below: number) => number): TreeEntry {
  const text = new TextDecoder().decode(entry.read());
  const front = /^---\n([^]*?)^---\n/m.exec(text);
  const yaml = entry.path.endsWith('.yaml') ? text : front?.[1];
  if (yaml === undefined || entry.path === 'qms.yaml') return entry;
  let data: unknown = parse(yaml, { schema: 'core' });
  for (let times = 0; times < 4; times++) data = spoil(data, next);
  const written = stringify(data, { lineWidth: 0 });
  const bytes = new TextEncoder().encode(entry.path.endsWith('.yaml') ? written : `---\n${written}---\n${text.slice(front?.[0].length)}`);
  return { path: entry.path, size: bytes.length, read: () => bytes };
}

test.each([1])('a manual spoiled in four places per file is judged to the end (%i)', async (seed) => {
  const next = randomFrom(seed).below;
  const tree = treeOf(entries.map((entry) => spoiled(entry, next)));
  const reading = await openWorkspace(tree, assets, fileRules);
  const facts = readFacts(tree, reading);
  const { diagnostics } = judge({ root: '/w', tree, reading }, facts, testDay);
  expect(new Set(diagnostics.filter(({ code }) => code.startsWith('load/')).map(({ at }) => at.path)).size).toBeGreaterThan(entries.length / 4);
  expect(diagnostics.every(({ at }) => at.position.start.line >= 1)).toBe(true);
});
