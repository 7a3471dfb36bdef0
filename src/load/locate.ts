import { isCollection, isMap, isNode, isScalar, LineCounter, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { positionOf } from '#model/body-places.ts';
import type { FileFacts } from '#model/facts.ts';
import { lineStart, pointerKeys, type Place, type Pointed, type Spot } from '#model/place.ts';
import { decode } from './decode.ts';
import { isMarkdown, splitFrontMatter } from './front-matter.ts';
import { parseOrNull, positionAt } from './yaml.ts';

/** Pairs of large maps by key. */
type Keyed = Map<YAMLMap, ReadonlyMap<string, Pair>>;
const LARGE = 100;

/** Turns spots into places: of an item of a body by the facts of its file, of a value by parsing the file anew, which happens only when somebody has to see a line of it. */
export function locator(read: (path: string) => Uint8Array | null, factsOf: (path: string) => FileFacts | undefined): (spot: Spot) => Place {
  const trees = new Map<string, ReturnType<typeof open>>();
  return (spot) => {
    if ('position' in spot) return spot;
    if ('list' in spot) {
      const body = factsOf(spot.path)?.body;
      const position = body && positionOf(body, spot.list, spot.index);
      return position ? { path: spot.path, position } : lineStart(spot.path, 1);
    }
    if (!trees.has(spot.path)) trees.set(spot.path, open(read(spot.path), spot.path));
    const tree = trees.get(spot.path);
    return tree ? find(tree, spot) : lineStart(spot.path, 1);
  };
}

function open(bytes: Uint8Array | null, path: string): { root: ParsedNode | null; lines: LineCounter; firstLine: number; keyed: Keyed } | null {
  const text = bytes && decode(bytes, path).text;
  if (typeof text !== 'string') return null;
  const split = isMarkdown(path) ? splitFrontMatter(text, path) : { yaml: text, yamlLine: 1 };
  if (split.yaml === null) return null;
  const lines = new LineCounter();
  const document = parseOrNull(split.yaml, lines);
  return document && { root: document.contents, lines, firstLine: split.yamlLine, keyed: new Map() };
}

/** Goes as far down the pointer as there is something; what is absent is shown at the key of its parent. */
function find({ root, lines, firstLine, keyed }: NonNullable<ReturnType<typeof open>>, { path, pointer, on }: Pointed): Place {
  let node: unknown = root;
  let shown: readonly [number, number] = firstKey(root);
  const keys = pointerKeys(pointer);
  for (const [index, key] of keys.entries()) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? pairOf(node, key, keyed) : undefined;
    const next: unknown = isMap(node) ? pair?.value : node.items[Number(key)];
    if (isMap(node) && !pair) break;
    const range = pair && isScalar(pair.key) ? pair.key.range : isNode(next) ? next.range : undefined;
    if (range) shown = [range[0], range[1]];
    const last = index === keys.length - 1;
    if (last && on !== 'key' && isScalar(next) && next.range && next.range[1] > next.range[0]) shown = [next.range[0], next.range[1]];
    node = next;
  }
  return { path, position: positionAt(lines, shown[0], shown[1], firstLine) };
}

/** The first pair with this key. A large map is gone through once, for thousands of its keys may be asked for. */
function pairOf(map: YAMLMap, key: string, keyed: Keyed): Pair | undefined {
  if (map.items.length < LARGE) return map.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
  if (!keyed.has(map)) keyed.set(map, new Map(map.items.toReversed().flatMap((item) => (isScalar(item.key) ? [[String(item.key.value), item] as const] : []))));
  return keyed.get(map)?.get(key);
}

/** The first key of a file, past any comment before it: the line that calls for what is absent from the file as a whole. */
function firstKey(root: ParsedNode | null): readonly [number, number] {
  const key = isMap(root) ? root.items[0]?.key : undefined;
  return isScalar(key) && key.range ? [key.range[0], key.range[1]] : [0, 0];
}
