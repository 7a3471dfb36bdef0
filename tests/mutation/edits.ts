import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { pointerKeys, type Entry } from '#model/place.ts';

type Keys = readonly (string | number)[];
type Ranged = Node & { range: [number, number, number] };
/** What an edit does to one file: a stretch of the text and what stands there instead. */
interface Splice { readonly from: number; readonly to: number; readonly text: string }
/** A value of a file in its text. `pair` is there where it hangs on a key, `siblings` are the pairs or items beside it. */
interface Found { readonly node: Ranged | null; readonly pair?: Pair; readonly siblings: readonly unknown[]; readonly index: number; readonly flow: boolean; readonly parent: Ranged }

/** The place of a value by JSON pointer, in a YAML file or in front matter. Written apart from load/locate.ts, which it judges. */
function find(path: string, text: string, pointer: string, keys: Keys): Found {
  const offset = path.endsWith('.md') ? text.indexOf('\n') + 1 : 0;
  const yaml = path.endsWith('.md') ? text.slice(offset, text.indexOf('\n---', offset) + 1) : text;
  let node: unknown = parseDocument(' '.repeat(0) + yaml).contents;
  let found: Found = { node: shifted(node as Ranged, offset), siblings: [], index: 0, flow: false, parent: shifted(node as Ranged, offset) };
  for (const key of [...pointerKeys(pointer), ...keys.map(String)]) {
    const parent = node as (YAMLMap | YAMLSeq) & Ranged;
    const siblings = (parent.items as unknown[]);
    const index = isMap(parent) ? parent.items.findIndex((item) => isScalar(item.key) && String(item.key.value) === key) : Number(key);
    const item = siblings[index];
    if (!(isMap(parent) || isSeq(parent)) || item === undefined) throw new Error(`${path} has no ${pointer} ${keys.join('/')} (${key})`);
    node = isMap(parent) ? (item as Pair).value : item;
    found = { node: node ? shifted(node as Ranged, offset) : null, siblings, index, flow: parent.flow === true, parent: shifted(parent, offset), ...(isMap(parent) ? { pair: item as Pair } : {}) };
    (found as { offset?: number }).offset = offset;
  }
  return found;
}

function shifted(node: Ranged, offset: number): Ranged {
  const [a, b, c] = node.range;
  return { ...node, range: [a + offset, b + offset, c + offset] } as Ranged;
}
void LineCounter;
