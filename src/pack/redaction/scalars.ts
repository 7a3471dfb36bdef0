import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { escapeKey } from '#model/place.ts';

/** A value in a YAML file or front matter: JSON pointer, text of the value, offsets of its source in the whole text. */
export interface YamlScalar { readonly pointer: string; readonly value: string; readonly start: number; readonly end: number }

/** The YAML of a text: the whole of it, or the front matter of a Markdown document; null where there is none. `at` is its offset. */
export function yamlPart(path: string, text: string): { readonly yaml: string; readonly at: number } | null {
  if (/\.ya?ml$/i.test(path)) return { yaml: text, at: 0 };
  if (!/\.md$/i.test(path)) return null;
  const open = /^\ufeff?---[ \t]*\r?\n/.exec(text);
  const close = open && /^---[ \t]*\r?$/m.exec(text.slice(open[0].length));
  return open && close ? { yaml: text.slice(open[0].length, open[0].length + close.index), at: open[0].length } : null;
}

/** All values but keys, true, false and null; null when the YAML cannot be read. */
export function yamlScalars({ yaml, at }: { readonly yaml: string; readonly at: number }): { readonly kind: string; readonly scalars: readonly YamlScalar[] } | null {
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return null;
  const scalars: YamlScalar[] = [];
  const walk = (node: unknown, pointer: string): void => {
    if (isMap(node)) for (const { key, value } of node.items) walk(value, `${pointer}/${escapeKey(isScalar(key) ? String(key.value) : '')}`);
    else if (isSeq(node)) node.items.forEach((item, index) => walk(item, `${pointer}/${index}`));
    else if (isAlias(node)) walk(node.resolve(document), pointer);
    else if (isScalar(node) && node.range && (typeof node.value === 'string' || typeof node.value === 'number')) {
      // A number is withheld as it is written: 0812345 is no 812345.
      const value = typeof node.value === 'number' ? node.source ?? String(node.value) : node.value;
      scalars.push({ pointer, value, start: at + node.range[0], end: at + node.range[1] });
    }
  };
  walk(document.contents, '');
  const kind = scalars.find(({ pointer }) => pointer === '/kind' || pointer === '/type')?.value ?? '';
  return { kind, scalars };
}

/** Whether a pointer fits a pattern: `*` is one step, `**` any number. What lies below a fitting pointer fits too. */
export function fitsPointer(pointer: string, pattern: string): boolean {
  return fits(pointer.split('/').slice(1), pattern.split('/').slice(1));
}

function fits(steps: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return true;
  if (first === '**') return fits(steps, rest) || (steps.length > 0 && fits(steps.slice(1), pattern));
  return steps.length > 0 && (first === '*' || first === steps[0]) && fits(steps.slice(1), rest);
}
