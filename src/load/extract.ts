import type { Assets, SchemaCheck } from '#model/assets.ts';
import type { CodedFinding } from '#model/diagnostic.ts';
import type { FileFacts, Ignore } from '#model/facts.ts';
import { lineStart, type Position } from '#model/place.ts';
import type { FileRule } from '#model/rule.ts';
import { asWritten } from './bare-numbers.ts';
import type { Read } from './body-gatherer.ts';
import { decode } from './decode.ts';
import { textDigest } from './digest.ts';
import type { ReadBytes } from './entry.ts';
import { fileFindings } from './file-rules.ts';
import { isMarkdown, splitFrontMatter } from './front-matter.ts';
import { beyondLimits } from './markdown-limits.ts';
import { readPlainMarkdown } from './markdown-plain/read.ts';
import { readBody } from './markdown.ts';
import { entryLists } from './registers.ts';
import { salvage } from './salvage.ts';
import { schemaFindings } from './schema-problems.ts';
import { beyondTextLimits, markdownLimits } from './text-limits.ts';
import { parseYaml } from './yaml.ts';

/** All that the facts of one file depend on besides its bytes and path. */
export interface Extraction {
  readonly assets: Pick<Assets, 'check' | 'schema' | 'names' | 'words'>;
  readonly rules: readonly FileRule[];
  /** Finds controlled numbers in running text. */
  readonly ids: RegExp;
  /** A workspace's own schemas for a kind or type: they tighten, never loosen. */
  readonly house: (name: string) => readonly SchemaCheck[];
}

/** The map step: bytes of one file, with their sha256 (hex) → facts. Pure; the same bytes always give the same facts. */
export function extract({ bytes, digest }: ReadBytes, path: string, extraction: Extraction): FileFacts {
  const { text, findings } = decode(bytes, path);
  if (text === null) return { path, form: 'broken', kind: '', digest: '', data: null, body: null, findings, ignores: [] };
  const facts = isMarkdown(path) ? readDocument(text, path, extraction) : readRegister(text, path, extraction);
  const { form, kind, data, body, ignores } = facts;
  const raw = kind === 'approval' ? { raw: Buffer.from(bytes).toString('base64') } : {};
  return { path, form, kind, digest: textDigest(bytes, digest), data, ...raw, body, findings: [...findings, ...facts.findings], ignores };
}

type Undigested = Omit<FileFacts, 'digest'>;

function readRegister(text: string, path: string, extraction: Extraction): Undigested {
  const parsed = parseYaml(text, path);
  const ignores = yamlIgnores(text, 1);
  if (parsed.findings.length > 0) return { path, form: 'broken', kind: '', data: null, body: null, findings: parsed.findings, ignores };
  const checked = checkKind(parsed.data, path, 'kind', 'registers', extraction);
  const facts = { path, form: 'register', kind: checked.kind, data: checked.data, body: null, ignores } as const;
  return withFileRules(facts, asWritten(checked.findings, text), text, 1, extraction);
}

function readDocument(text: string, path: string, extraction: Extraction): Undigested {
  const broken = (findings: readonly CodedFinding[], ignores: readonly Ignore[] = []): Undigested =>
    ({ path, form: 'broken', kind: '', data: null, body: null, findings, ignores });
  const split = splitFrontMatter(text, path);
  if (split.findings.length > 0) return broken(split.findings);
  const beyond = beyondTextLimits(split.body, path, split.bodyLine, markdownLimits);
  if (beyond) return broken([beyond]);
  const plain = readPlainMarkdown(split.body, split.bodyLine, extraction.ids);
  const limit = plain ? null : beyondLimits(split.body, split.bodyLine, path);
  if (limit) return broken([limit]);
  const read = plain ?? bodyOrNull(split.body, split.bodyLine, extraction.ids);
  if (read === null) return broken([{ code: 'load/markdown-limits', at: lineStart(path, split.bodyLine), message: 'depth' }]);
  const { comments, ...bodyFacts } = read;
  const ignores = [...(split.yaml === null ? [] : yamlIgnores(split.yaml, split.yamlLine)), ...comments.flatMap(({ text: comment, position }) => ignoreIn(comment, position))];
  const parsed = split.yaml === null ? { data: null, findings: [] } : parseYaml(split.yaml, path, split.yamlLine);
  if (parsed.findings.length > 0) return broken(parsed.findings, ignores);
  const checked = checkKind(parsed.data, path, 'type', 'documents', extraction);
  const facts = { path, form: 'document', kind: checked.kind, data: checked.data, body: bodyFacts, ignores } as const;
  return withFileRules(facts, asWritten(checked.findings, split.yaml ?? ''), text, split.bodyLine, extraction);
}

/** Null where the text is nested so deeply that walking it ends in a full stack. */
function bodyOrNull(body: string, firstLine: number, ids: RegExp): Read | null {
  try {
    return readBody(body, firstLine, ids);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The schema follows from the declared word, never from the folder. */
function checkKind(data: unknown, path: string, key: 'kind' | 'type', folder: string, { assets, house }: Extraction): { kind: string; data: unknown; findings: CodedFinding[] } {
  const word = isRecord(data) ? data[key] : undefined;
  if (typeof word !== 'string') {
    return { kind: '', data: null, findings: [{ code: 'workspace/unclaimed-file', at: lineStart(path, 1), message: 'found' }] };
  }
  const check = assets.check(`${folder}/${word}`);
  if (!check) {
    const known = assets.names(folder).map((name) => name.slice(folder.length + 1)).join(', ');
    return { kind: '', data: null, findings: [{ code: 'workspace/unknown-kind', at: { path, pointer: `/${key}` }, message: 'found', args: { kind: word, known } }] };
  }
  const errors = [check, ...house(`${key}:${word}`)].flatMap((run) => run(data) ?? []);
  const findings = schemaFindings(errors, data, path, (pointer) => knownFields(assets.schema(`${folder}/${word}`), pointer));
  return { kind: word, data: findings.length > 0 ? salvage(data, check, folder === 'registers' ? entryLists(word) : []) : data, findings };
}

function withFileRules(facts: Omit<Undigested, 'findings'>, findings: readonly CodedFinding[], text: string, bodyLine: number, extraction: Extraction): Undigested {
  const judged = facts.kind !== '' && !findings.some(({ code }) => code === 'workspace/unclaimed-file');
  return { ...facts, findings: judged ? [...findings, ...fileFindings(facts, text, bodyLine, extraction)] : findings };
}

function yamlIgnores(text: string, firstLine: number): Ignore[] {
  if (!text.includes('qms-ignore')) return [];
  return text.split('\n').flatMap((line, index) => {
    const at = /(?:^|\s)#\s*qms-ignore\s/.exec(line);
    if (!at) return [];
    const start = { line: firstLine + index, column: line.indexOf('#', at.index) + 1 };
    return ignoreOf(line.slice(at.index + at[0].length), { start, end: { line: start.line, column: line.length + 1 } });
  });
}

function ignoreIn(comment: string, position: Position): Ignore[] {
  const head = /^<!--\s*qms-ignore\s/.exec(comment);
  const end = comment.indexOf('-->');
  return head && end >= head[0].length ? ignoreOf(comment.slice(head[0].length, end), position) : [];
}

/** `code: reason`; split by hand, because a pattern for it takes quadratic time on hostile lines. */
function ignoreOf(text: string, position: Position): Ignore[] {
  const words = text.trim();
  const space = words.search(/\s/);
  const first = space < 0 ? words : words.slice(0, space);
  const colon = first.indexOf(':');
  const code = colon < 0 ? first : first.slice(0, colon);
  return code === '' ? [] : [{ code, reason: colon < 0 ? '' : words.slice(colon + 1).trim(), position }];
}

/** Field names near an unknown one; only the top level of a schema is looked at. */
function knownFields(schema: unknown, pointer: string): readonly string[] {
  if (pointer !== '' || !isRecord(schema)) return [];
  return Object.keys((schema['properties'] ?? {}) as object);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
