import type { SchemaError } from '#model/assets.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import { escapeKey, pointerKeys } from '#model/place.ts';
import type { Text } from '#model/text.ts';
import { formOf, problemOf } from './schema-words.ts';

const words: Record<string, Text> = {
  string: { en: 'text', 'zh-CN': '文字' }, number: { en: 'a number', 'zh-CN': '数字' }, integer: { en: 'a whole number', 'zh-CN': '整数' },
  boolean: { en: 'true or false', 'zh-CN': 'true 或 false' }, array: { en: 'a list', 'zh-CN': '列表' }, object: { en: 'a group of fields', 'zh-CN': '一组字段' },
  null: { en: 'nothing', 'zh-CN': '空值' },
};
const top: Text = { en: 'The file', 'zh-CN': '文件' };

/** Schema errors → findings in our own words, one per place and cause. `data` is what was checked. */
export function schemaFindings(errors: readonly SchemaError[], data: unknown, path: string, known: (pointer: string) => readonly string[]): CodedFinding[] {
  const seen = new Set<string>();
  const findings: CodedFinding[] = [];
  for (const error of withoutEchoes(errors)) {
    const finding = tell(error, data, path, known);
    const key = JSON.stringify([finding.code, finding.at, finding.message, finding.args]);
    if (!seen.has(key)) findings.push(finding);
    seen.add(key);
  }
  return findings;
}

/** anyOf, oneOf, if … only repeat what their branches say, where a branch goes deeper. */
function withoutEchoes(errors: readonly SchemaError[]): SchemaError[] {
  const choices = new Set(['anyOf', 'oneOf', 'if']);
  const above = new Set<string>();
  const plain = new Set<string>();
  for (const { instancePath, keyword } of errors) {
    for (let at = instancePath.lastIndexOf('/'); at >= 0; at = at === 0 ? -1 : instancePath.lastIndexOf('/', at - 1)) {
      above.add(instancePath.slice(0, at));
      if (!choices.has(keyword)) plain.add(instancePath.slice(0, at));
    }
    if (!choices.has(keyword)) plain.add(instancePath);
  }
  return errors.filter(({ keyword, instancePath, schemaPath }) => {
    if (keyword === 'if') return false;
    if (keyword === 'anyOf' || keyword === 'oneOf') return !plain.has(instancePath);
    return !(schemaPath.includes('/anyOf/') && above.has(instancePath));
  });
}

function tell(error: SchemaError, data: unknown, path: string, known: (pointer: string) => readonly string[]): CodedFinding {
  const at = { path, pointer: error.instancePath };
  const keys = pointerKeys(error.instancePath);
  const field = clip(keys.findLast((key) => !/^\d+$/.test(key)) ?? '');
  const where: Text | string = keys.length === 0 ? top : `\`${clip(keys.join('.'))}\``;
  const value = valueAt(data, keys);
  const params = error.params as Record<string, string & string[]>;
  switch (error.keyword) {
    case 'required':
      return { code: 'load/schema', at, message: 'required', args: { where, field: String(params['missingProperty']) } };
    case 'additionalProperties': case 'unevaluatedProperties': {
      const unknown = String(params['additionalProperty'] ?? params['unevaluatedProperty']);
      return { code: 'load/schema', at: { path, pointer: `${error.instancePath}/${escapeKey(unknown)}`, on: 'key' }, message: 'unknown', args: { where, field: clip(unknown), hint: hintFor(unknown, known(error.instancePath)) } };
    }
    case 'type':
      if (typeof value === 'number' && String(params['type']).includes('string')) {
        return { code: 'load/bare-number', at, message: 'found', args: { field, actual: String(value) } };
      }
      return { code: 'load/schema', at, message: 'type', args: { field, expected: words[String(params['type'])] ?? String(params['type']), actual: words[typeName(value)] ?? typeName(value) } };
    case 'enum':
      return { code: 'load/schema', at, message: 'enum', args: { field, actual: shown(value), expected: (params['allowedValues'] as string[]).join(', ') } };
    case 'const':
      return { code: 'load/schema', at, message: 'enum', args: { field, actual: shown(value), expected: String(params['allowedValue']) } };
    case 'pattern': case 'format':
      return { code: 'load/schema', at, message: 'pattern', args: { field, actual: shown(value), expected: formOf(params['pattern'] ?? params['format']) } };
    default:
      return { code: 'load/schema', at, message: 'other', args: { field, problem: problemOf(error) } };
  }
}

function hintFor(unknown: string, known: readonly string[]): Text {
  if (unknown.length > 64) return { en: '', 'zh-CN': '' };
  const near = known.filter((name) => distance(name, unknown) <= Math.max(1, Math.floor(unknown.length / 3))).sort((a, b) => distance(a, unknown) - distance(b, unknown))[0];
  return near ? { en: ` Did you mean \`${near}\`?`, 'zh-CN': `是不是 \`${near}\`？` } : { en: '', 'zh-CN': '' };
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function valueAt(data: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), data);
}

/** A value as a message can bear it. */
function shown(value: unknown): string {
  return clip(typeof value === 'string' ? value : JSON.stringify(value) ?? String(value));
}
function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text;
}
