import { isMap, isSeq, type Document, type Node, type Scalar, type YAMLMap } from 'yaml';

/** As much of a JSON Schema as says in which order fields are written. */
export interface FieldOrder { readonly properties?: Readonly<Record<string, FieldOrder>> }

type Fields = Readonly<Record<string, unknown>>;

/** Makes a mapping say what `after` says, by touching only what differs from `before`. New fields go where the schema has them; lists grow at their end. */
export function syncMap(map: YAMLMap, before: Fields, after: Fields, order: FieldOrder, document: Document): void {
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    const node = map.get(key, true) as unknown as Node | undefined;
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    if (isMap(node) && isFields(old) && isFields(value)) syncMap(node as YAMLMap, old, value, order.properties?.[key] ?? {}, document);
    else if (isSeq(node) && Array.isArray(old) && Array.isArray(value) && grows(old, value)) for (const added of value.slice(old.length)) node.add(nodeOf(added, document));
    else if (node) map.set(key, nodeOf(value, document));
    else insertField(map, key, nodeOf(value, document), order, document);
  }
  for (const key of Object.keys(before)) if (!(key in after)) map.delete(key);
}

/** Puts a new field before the first one that comes later in the schema. */
export function insertField(map: YAMLMap, key: string, value: Node, { properties = {} }: FieldOrder, document: Document): void {
  const order = Object.keys(properties);
  const rank = order.indexOf(key);
  const at = rank < 0 ? -1 : map.items.findIndex(({ key: other }) => order.indexOf(String((other as Scalar).value)) > rank);
  const pair = document.createPair(key, value);
  if (at < 0) map.items.push(pair);
  else map.items.splice(at, 0, pair);
}

/** Short entries of who and when on one line; what looks like a number but is none in quotes. */
function nodeOf(value: unknown, document: Document): Node {
  const flow = isFields(value) && Object.keys(value).length > 0 && Object.entries(value).every(([key, part]) => ['by', 'on', 'until', 'reason'].includes(key) && typeof part === 'string' && !part.includes('\n'));
  const node = document.createNode(value, { flow });
  quoteNumbers(node);
  return node;
}

function quoteNumbers(node: unknown): void {
  if (isMap(node)) for (const { value } of node.items) quoteNumbers(value);
  else if (isSeq(node)) for (const item of node.items) quoteNumbers(item);
  else if (typeof (node as Scalar).value === 'string' && /^\d+(?:\.\d+)*$/.test((node as Scalar<string>).value)) (node as Scalar).type = 'QUOTE_DOUBLE';
}

function grows(old: readonly unknown[], value: readonly unknown[]): boolean {
  return value.length >= old.length && JSON.stringify(value.slice(0, old.length)) === JSON.stringify(old);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
