import { LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { Args, CodedFinding } from '#model/diagnostic.ts';
import type { Position } from '#model/place.ts';
import { inspectYaml, MAX_DEPTH } from './yaml-inspect.ts';
import { beyondTextLimits, yamlLimits } from './text-limits.ts';
import { readPlainYaml } from './yaml-plain/read.ts';
import { yamlProblem } from './yaml-words.ts';

export interface ParsedYaml { readonly data: unknown; readonly findings: readonly CodedFinding[] }

/**
 * YAML 1.2 core schema → plain values, or null and findings. No tags, merges or `__proto__`; dates stay strings. `readPlain` reads what it is certain
 * of and leaves the rest (undefined) to the general parser, which takes 30 times as long.
 */
export function parseYaml(text: string, path: string, firstLine = 1, readPlain: (text: string) => unknown = readPlainYaml): ParsedYaml {
  const beyond = beyondTextLimits(text, path, firstLine, yamlLimits);
  if (beyond) return refused([beyond]);
  const plain = bracketsTooDeep(text) < 0 ? readPlain(text) : undefined;
  return plain === undefined ? parseAny(text, path, firstLine) : { data: plain, findings: [] };
}

function parseAny(text: string, path: string, firstLine: number): ParsedYaml {
  const lines = new LineCounter();
  const finding = (code: string, offset: number, args: Args = {}, message = 'found'): CodedFinding =>
    ({ code, message, args, at: { path, position: positionAt(lines, offset, offset, firstLine) } });

  const deep = tooDeep(text);
  if (deep >= 0) {
    countLines(text.slice(0, deep), lines);
    return refused([finding('load/yaml-depth', deep, { depth: MAX_DEPTH })]);
  }
  const document = parseOrNull(text, lines);
  if (document === null) return refused([finding('load/yaml-depth', 0, { depth: MAX_DEPTH })]);
  const errors = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    finding(code === 'TAG_RESOLVE_FAILED' ? 'load/yaml-tag' : 'load/yaml-syntax', pos[0], { problem: yamlProblem(code, message) }));
  if (errors.length > 0) return refused(errors.slice(0, MAX_ERRORS));
  const faults = inspectYaml(document.contents);
  if (faults.length > 0) return refused(faults.slice(0, MAX_ERRORS).map(({ code, offset, args, message }) => finding(code, offset, args, message)));
  return { data: document.toJS({ maxAliasCount: -1 }), findings: [] };
}

function refused(findings: readonly CodedFinding[]): ParsedYaml {
  return { data: null, findings };
}

/** One slip can make a parser stumble over every line that follows. */
const MAX_ERRORS = 20;

/** The tree with positions, for locating values and for edits that keep comments. */
export function parseTree(text: string, lines?: LineCounter): Document.Parsed<ParsedNode> {
  return parseDocument(text, {
    // Whether keys are unique is looked at by inspectYaml: the parser compares every key with every other.
    version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'error',
    ...(lines ? { lineCounter: lines } : {}),
  });
}

/** The tree, or null where the text is nested so deeply that it must not be parsed. */
export function parseOrNull(text: string, lines: LineCounter): Document.Parsed<ParsedNode> | null {
  if (tooDeep(text) >= 0) return null;
  try {
    return parseTree(text, lines);
  } catch (error) {
    if (error instanceof RangeError) return null; // the parser calls itself for each level
    throw error;
  }
}

/** Offsets in a YAML text → a position in the file that holds it from `firstLine` on. */
export function positionAt(lines: LineCounter, start: number, end: number, firstLine: number): Position {
  const point = (offset: number): Position['start'] => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  return { start: point(start), end: point(end) };
}

/** A cheap look before parsing: where brackets, dashes on one line or indentation go too deep, else -1. */
function tooDeep(text: string): number {
  const at = bracketsTooDeep(text);
  return at >= 0 ? at : text.search(/^ {400}|^[ \t]*(?:[-?:][ \t]+){65}/m);
}

/** Quoted brackets only make it stricter. */
function bracketsTooDeep(text: string): number {
  let open = 0;
  for (let index = 0; index < text.length; index++) {
    const char = text.charCodeAt(index);
    if (char === 91 || char === 123) { if (++open > MAX_DEPTH) return index; }
    else if ((char === 93 || char === 125) && open > 0) open--;
  }
  return -1;
}

function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
}
