import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document, type ParsedNode } from 'yaml';
import type { CodedFinding } from '#model/diagnostic.ts';
import type { Position } from '#model/place.ts';

/** Nesting deeper than this is an attack or a mistake, never a register. */
const MAX_DEPTH = 64;
const MAX_ALIASES = 100;

export interface ParsedYaml { readonly data: unknown; readonly findings: readonly CodedFinding[] }

/** YAML 1.2 core schema → plain values, or null and findings. No tags, merges or `__proto__`; dates stay strings. */
export function parseYaml(text: string, path: string, firstLine = 1): ParsedYaml {
  const lines = new LineCounter();
  const finding = (code: string, offset: number, args: Record<string, string | number> = {}): CodedFinding =>
    ({ code, message: 'found', args, at: { path, position: positionAt(lines, offset, offset, firstLine) } });

  if (tooDeep(text)) return { data: null, findings: [finding('load/yaml-depth', 0, { depth: MAX_DEPTH })] };
  try {
    const document = parseTree(text, lines);
    const errors = [...document.errors, ...document.warnings].map((error) =>
      finding(codeOf(error.code), error.pos[0], { problem: firstSentence(error.message) }));
    if (errors.length > 0) return { data: null, findings: errors };
    const forbidden = forbiddenKeys(document, (offset, key) => finding('load/forbidden-key', offset, { key }));
    if (forbidden.length > 0) return { data: null, findings: forbidden };
    return { data: document.toJS({ maxAliasCount: MAX_ALIASES }), findings: [] };
  } catch (error) {
    if (error instanceof RangeError) return { data: null, findings: [finding('load/yaml-depth', 0, { depth: MAX_DEPTH })] };
    if (error instanceof ReferenceError) return { data: null, findings: [finding('load/yaml-aliases', 0, { limit: MAX_ALIASES })] };
    throw error;
  }
}

/** The tree with positions, for locating values and for edits that keep comments. */
export function parseTree(text: string, lines?: LineCounter): Document.Parsed<ParsedNode> {
  return parseDocument(text, {
    version: '1.2', schema: 'core', merge: false, uniqueKeys: true, prettyErrors: false, logLevel: 'silent',
    ...(lines ? { lineCounter: lines } : {}),
  });
}

/** Offsets in a YAML text → a position in the file that holds it from `firstLine` on. */
export function positionAt(lines: LineCounter, start: number, end: number, firstLine: number): Position {
  const point = (offset: number): Position['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  return { start: point(start), end: point(end) };
}

function codeOf(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'load/duplicate-key';
  return code === 'TAG_RESOLVE_FAILED' ? 'load/yaml-tag' : 'load/yaml-syntax';
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}

function forbiddenKeys(document: Document.Parsed<ParsedNode>, tell: (offset: number, key: string) => CodedFinding): CodedFinding[] {
  const found: CodedFinding[] = [];
  visit(document, {
    Map(_, map) {
      if (!isMap(map)) return;
      for (const pair of map.items) {
        if (!isPair(pair) || !isScalar(pair.key)) continue;
        const key = String(pair.key.value);
        if (key === '__proto__' || key === '<<') found.push(tell((pair.key.range ?? [0])[0], key));
      }
    },
  });
  return found;
}

/** A cheap look before parsing: brackets, dashes on one line, indentation. Quoted brackets only make it stricter. */
function tooDeep(text: string): boolean {
  if (text.length < MAX_DEPTH) return false;
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === 91 || char === 123) { if (++open > MAX_DEPTH) return true; }
    else if ((char === 93 || char === 125) && open > 0) open--;
  }
  return /^[ ]{400}/m.test(text) || /^\s*(?:[-?] ){65}/m.test(text);
}
