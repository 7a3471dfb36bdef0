import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { indexOf, positionOf, type BodyList } from '#model/body-places.ts';
import type { Document } from '#model/document.ts';
import { pointerKeys, type Position } from '#model/place.ts';
import type { Changes, Manual } from './manual.ts';

/** Where something stands in the data of a file: an entry of a register, or a document's front matter. */
export interface Spotted { readonly path: string; readonly pointer: string }
type Keys = readonly (string | number)[];
/** One defect in a copy of the manual, and the line on which it must be told. */
export interface Mutant { readonly changes: Changes; readonly path: string; readonly line: number }

/** The text of a file after the changes. */
export function textOf(manual: Manual, path: string, changes: Changes = new Map()): string {
  const text = changes.get(path) ?? manual.texts.get(path);
  if (typeof text !== 'string') throw new Error(`no text ${path}`);
  return text;
}

/** The manual with changes already in it, for an edit that takes two strokes. */
export function changed(manual: Manual, changes: Changes): Manual {
  return { ...manual, texts: new Map([...manual.texts, ...[...changes].filter((change): change is [string, string] => typeof change[1] === 'string')]) };
}

/** Where an item of a document's body stands. */
export function placeOf(document: Document, list: BodyList, item: Parameters<typeof indexOf>[2]): Position {
  return positionOf(document.body, list, indexOf(document.body, list, item)) as Position;
}

/** Offsets of a value, its key included, in a YAML file or front matter. Written apart from load/locate.ts, which it judges. */
interface Hit { readonly parent: Node; readonly index: number; readonly items: readonly unknown[]; readonly item: unknown }

function yamlOf(path: string, text: string): string {
  return path.endsWith('.md') ? `#${text.slice(1, text.indexOf('\n---', 3) + 1)}` : text;
}

function hit(path: string, text: string, { pointer }: { readonly pointer: string }, keys: Keys): Hit {
  let node: unknown = parseDocument(yamlOf(path, text)).contents;
  let found: Hit | undefined;
  for (const key of [...pointerKeys(pointer), ...keys.map(String)]) {
    const items: readonly unknown[] = isMap(node) || isSeq(node) ? node.items : [];
    const index = isMap(node) ? node.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === key) : Number(key);
    if (items[index] === undefined) throw new Error(`${path}: nothing at ${pointer} ${keys.join('/')}`);
    found = { parent: node as Node, index, items, item: items[index] };
    node = isMap(node) ? (items[index] as { value: unknown }).value : items[index];
  }
  return found ?? { parent: node as Node, index: 0, items: [node], item: node };
}

const isPair = (item: unknown): item is { key: Node; value: Node | null } => typeof item === 'object' && item !== null && 'key' in item;
const isFlow = (node: Node): boolean => (node as { flow?: boolean }).flow === true;
const rangeOf = (node: Node): [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
const startOf = (item: unknown): number => rangeOf(isPair(item) ? item.key : item as Node)[0];

/** The end of a value without the line ends and comments after it. */
function endOf(text: string, item: unknown): number {
  const value = isPair(item) ? item.value ?? item.key : item as Node;
  const last = !isFlow(value) && (isMap(value) || isSeq(value)) ? value.items.at(-1) : undefined;
  if (last !== undefined) return endOf(text, last);
  const [start, end] = rangeOf(value);
  return start + text.slice(start, end).trimEnd().length;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
const lineEnd = (text: string, offset: number): number => (text.indexOf('\n', offset) + 1 || text.length + 1) - 1;

function spliced(path: string, text: string, from: number, to: number, by: string): Changes {
  return new Map([[path, text.slice(0, from) + by + text.slice(to)]]);
}

/** Takes a field, an element of a list or an entry out. */
export function cut(manual: Manual, entry: Spotted, ...keys: Keys): Changes {
  const text = textOf(manual, entry.path);
  const { parent, index, items, item } = hit(entry.path, text, entry, keys);
  const next = items[index + 1];
  const before = items[index - 1];
  if (isSeq(parent) && !isFlow(parent)) {
    const from = lineStart(text, startOf(item));
    return spliced(entry.path, text, from, next === undefined ? lineEnd(text, endOf(text, item)) + 1 : lineStart(text, startOf(next)), '');
  }
  if (next !== undefined) return spliced(entry.path, text, startOf(item), startOf(next), '');
  if (before !== undefined) return spliced(entry.path, text, endOf(text, before), endOf(text, item), '');
  return spliced(entry.path, text, startOf(item), endOf(text, item), isFlow(parent) ? '' : '{}');
}

/** Puts another value in the place of one; the value is YAML. */
export function put(manual: Manual, entry: Spotted, keys: Keys, value: string): Changes {
  const text = textOf(manual, entry.path);
  const { item } = hit(entry.path, text, entry, keys);
  const node = isPair(item) ? item.value : item as Node;
  return node === null ? spliced(entry.path, text, endOf(text, item) + 1, endOf(text, item) + 1, ` ${value}`) : spliced(entry.path, text, startOf(node), endOf(text, node), value);
}

/** Puts the second value in the place of the first and the other way round. */
export function swap(manual: Manual, entry: Spotted, one: Keys, other: Keys): Changes {
  const text = textOf(manual, entry.path);
  const [a, b] = [one, other].map((keys) => {
    const { item } = hit(entry.path, text, entry, keys);
    const node = isPair(item) ? item.value as Node : item as Node;
    return { from: startOf(node), to: endOf(text, node) };
  }).sort((x, y) => x.from - y.from) as [{ from: number; to: number }, { from: number; to: number }];
  const [first, second] = [text.slice(a.from, a.to), text.slice(b.from, b.to)];
  return new Map([[entry.path, text.slice(0, a.from) + second + text.slice(a.to, b.from) + first + text.slice(b.to)]]);
}

/** Adds a field, as YAML `key: value`, before the others. */
export function add(manual: Manual, entry: Spotted, field: string, ...keys: Keys): Changes {
  const text = textOf(manual, entry.path);
  const { item } = hit(entry.path, text, entry, keys);
  const map = isPair(item) ? item.value as Node : item as Node;
  const first = startOf((map as unknown as { items: unknown[] }).items[0]);
  const gap = isFlow(map) ? ', ' : `\n${' '.repeat(first - lineStart(text, first))}`;
  return spliced(entry.path, text, first, first, field + gap);
}

/** Writes an entry of a list a second time, right after the first. */
export function twice(manual: Manual, entry: Spotted): Changes {
  const text = textOf(manual, entry.path);
  const { item } = hit(entry.path, text, entry, []);
  const [from, to] = [lineStart(text, startOf(item)), lineEnd(text, endOf(text, item))];
  return spliced(entry.path, text, to, to, `\n${text.slice(from, to)}`);
}

/** Puts other words in the place of some in running text; the first of them from `after` on. */
export function reword(manual: Manual, path: string, words: string | RegExp, by: string, after = 0): Changes {
  const text = textOf(manual, path);
  const from = typeof words === 'string' ? text.indexOf(words, after) : after + text.slice(after).search(words);
  const length = typeof words === 'string' ? words.length : words.exec(text.slice(after))?.[0].length ?? 0;
  if (from < after || length === 0) throw new Error(`${path}: no ${String(words)}`);
  return spliced(path, text, from, from + length, by);
}

/** Writes lines after a line (1-based). */
export function insert(manual: Manual, path: string, line: number, words: string): Changes {
  const lines = textOf(manual, path).split('\n');
  return new Map([[path, [...lines.slice(0, line), ...words.split('\n'), ...lines.slice(line)].join('\n')]]);
}

/** Takes out or replaces lines `from` to `to` (1-based, both included). */
export function relines(manual: Manual, path: string, from: number, to: number, words?: string): Changes {
  const lines = textOf(manual, path).split('\n');
  return new Map([[path, [...lines.slice(0, from - 1), ...(words === undefined ? [] : words.split('\n')), ...lines.slice(to)].join('\n')]]);
}

/** The finding is expected at a value of the data, which must be there after the changes. */
export function at(manual: Manual, changes: Changes, entry: Spotted, ...keys: Keys): Mutant {
  const text = textOf(manual, entry.path, changes);
  return { changes, path: entry.path, line: lineOf(text, startOf(hit(entry.path, text, entry, keys).item)) };
}

/** The finding is expected on the first line that holds these words, from the line after `after` on. */
export function atText(manual: Manual, changes: Changes, path: string, words: string, after = 0): Mutant {
  const index = textOf(manual, path, changes).split('\n').findIndex((line, number) => number >= after && line.includes(words));
  if (index < 0) throw new Error(`${path}: no line with ${words}`);
  return { changes, path, line: index + 1 };
}

/** The finding is expected on this line. */
export function atLine(changes: Changes, path: string, line: number): Mutant {
  return { changes, path, line };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Some of many, evenly apart and always the same. */
export function some<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)] as T);
}

/** A kind of defect: what is done, the code that must tell it, and the defects of this kind that the manual offers. */
export interface Kind { readonly kind: string; readonly code: string; mutants(manual: Manual): Iterable<Mutant> }

export function kind(name: string, code: string, mutants: Kind['mutants']): Kind {
  return { kind: name, code, mutants };
}
