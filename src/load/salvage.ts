import type { SchemaCheck, SchemaError } from '#model/assets.ts';
import { pointerKeys } from '#model/place.ts';

/**
 * What can be trusted of data that do not fit their schema, so that one wrong field does not make a whole register vanish:
 * numbers become the strings they should have been, wrong values are left out, entries that lack what they must have are dropped.
 * Null when nothing is left to trust. The complaints themselves are told elsewhere. `lists` names the register's lists of entries:
 * what is dropped there leaves null behind, so that the places of the others stay true, and the linker passes over it.
 */
export function salvage(data: unknown, check: SchemaCheck, lists: readonly string[] = []): unknown {
  const isEntries = (keys: readonly string[]): boolean => keys.length === 1 && lists.includes(keys[0] as string);
  let kept: unknown = structuredClone(data);
  for (let pass = 0; pass < 4; pass++) {
    const errors = (check(kept) ?? []).filter((error) => !isHarmless(error, kept, isEntries));
    if (errors.length === 0) return kept;
    for (const error of errors) if (!mend(kept, error)) return null;
    kept = compact(kept, isEntries);
  }
  return null;
}

/** Without one of these nobody can say what a file is about; any other missing field leaves the rest useful. */
const identifying = new Set(['kind', 'type', 'id', 'document', 'form', 'audit', 'year']);

/** Unknown fields do no harm, and a null in a list of entries is one already dropped. */
function isHarmless({ keyword, instancePath, params }: SchemaError, root: unknown, isEntries: (keys: readonly string[]) => boolean): boolean {
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return true;
  const keys = pointerKeys(instancePath);
  if (keyword === 'required' && keys.length === 0) return !identifying.has(String(params['missingProperty']));
  const list = descend(root, keys.slice(0, -1));
  return isEntries(keys.slice(0, -1)) && Array.isArray(list) && (list as unknown as Tree)[keys[keys.length - 1] as string] === null;
}

const dropped = Symbol('dropped');
type Tree = Record<string, unknown>;

/** False when the fault is at the very top. */
function mend(root: unknown, error: SchemaError): boolean {
  const keys = pointerKeys(error.instancePath);
  if (error.keyword === 'required') return keys.length > 0 ? dropEntry(root, keys) : !identifying.has(String(error.params['missingProperty']));
  if (keys.length === 0) return ['anyOf', 'oneOf', 'if', 'allOf'].includes(error.keyword);
  const parent = descend(root, keys.slice(0, -1));
  const last = keys[keys.length - 1] as string;
  if (parent === undefined || !(last in parent)) return true; // an earlier error of this pass took it away
  const value = parent[last];
  if (error.keyword === 'type' && typeof value === 'number' && String(error.params['type']).includes('string')) parent[last] = String(value);
  else if (Array.isArray(parent)) parent[last] = dropped;
  else delete parent[last];
  return true;
}

/** Takes out the nearest list element that encloses the fault. */
function dropEntry(root: unknown, keys: readonly string[]): boolean {
  for (let depth = keys.length; depth > 0; depth--) {
    const list = descend(root, keys.slice(0, depth - 1));
    if (Array.isArray(list)) {
      (list as unknown as Tree)[keys[depth - 1] as string] = dropped;
      return true;
    }
  }
  const parent = descend(root, keys.slice(0, -1));
  if (parent) delete parent[keys[keys.length - 1] as string];
  return true;
}

function descend(root: unknown, keys: readonly string[]): Tree | undefined {
  let node: unknown = root;
  for (const key of keys) node = typeof node === 'object' && node !== null ? (node as Tree)[key] : undefined;
  return typeof node === 'object' && node !== null ? (node as Tree) : undefined;
}

/** Takes out what was dropped. Below the entries nothing is left behind: rules meet whole lists. */
function compact(node: unknown, isEntries: (keys: readonly string[]) => boolean, keys: readonly string[] = []): unknown {
  if (Array.isArray(node)) {
    const items = node.map((value) => (value === dropped ? null : compact(value, isEntries, [...keys, '-'])));
    return isEntries(keys) ? items : items.filter((_, index) => node[index] !== dropped);
  }
  if (typeof node === 'object' && node !== null) return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compact(value, isEntries, [...keys, key])]));
  return node;
}
