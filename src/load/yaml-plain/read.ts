import { APOSTROPHE, BAR, BRACE, HYPHEN, OPEN, QUOTE } from '../characters.ts';
import { MAX_DEPTH, isBlank, isTwice, toContent, toValue, unsure, type Cursor } from './cursor.ts';
import { flow } from './flow.ts';
import { literal } from './literal.ts';
import { keyAt, plain, quoted } from './scalar.ts';

/**
 * YAML as registers and front matter are written: block maps and lists, scalars and flow collections, `|` texts, comments. Undefined where the
 * text holds anything else or anything doubtful (anchors, tags, merges, scalars over several lines, a key twice, odd indentation, errors):
 * then the general parser decides. Proof that both agree: tests/load/yaml-plain.test.ts.
 */
export function readPlainYaml(text: string): unknown {
  if (text.includes('\t') || text.includes('\r') || text.includes('\ufeff')) return undefined;
  const cursor: Cursor = { text, at: 0, lineStart: 0, indent: 0, depth: 0 };
  try {
    if (!toContent(cursor)) return undefined;
    const data = block(cursor);
    return cursor.at === text.length ? data : undefined;
  } catch (error) {
    if (error === unsure) return undefined;
    throw error;
  }
}

/** A map or a list that begins where the cursor stands. */
function block(cursor: Cursor): unknown {
  if (++cursor.depth > MAX_DEPTH) throw unsure;
  const value = isDash(cursor) ? list(cursor, cursor.indent) : map(cursor, cursor.indent);
  cursor.depth--;
  return value;
}

function isDash({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === HYPHEN && isBlank(text, at + 1);
}

function map(cursor: Cursor, indent: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  let keys = 0;
  do {
    const key = keyAt(cursor);
    if (key === null || key === '__proto__') throw unsure;
    found[key] = toValue(cursor) ? inline(cursor, indent) : below(cursor, indent, true);
    keys++;
  } while (cursor.indent === indent);
  if (cursor.indent > indent || isTwice(found, keys)) throw unsure;
  return found;
}

function list(cursor: Cursor, indent: number): unknown[] {
  const found: unknown[] = [];
  do {
    if (!isDash(cursor)) throw unsure;
    cursor.at++;
    if (!toValue(cursor)) { found.push(below(cursor, indent, false)); continue; }
    const start = cursor.at;
    const column = start - cursor.lineStart;
    const isMap = keyAt(cursor) !== null;
    cursor.at = start;
    if (isMap) {
      if (++cursor.depth > MAX_DEPTH) throw unsure;
      found.push(map(cursor, column));
      cursor.depth--;
    } else found.push(inline(cursor, indent));
  } while (cursor.indent === indent && isDash(cursor));
  if (cursor.indent > indent) throw unsure;
  return found;
}

/** What stands on the lines below a key or a dash. A list below a key may stand as far left as the key. */
function below(cursor: Cursor, indent: number, isKey: boolean): unknown {
  if (!toContent(cursor)) return null;
  if (cursor.indent > indent) return block(cursor);
  return isKey && cursor.indent === indent && isDash(cursor) ? list(cursor, indent) : null;
}

/** A value on the line of its key or dash, and on to the next content. */
function inline(cursor: Cursor, indent: number): unknown {
  const { text } = cursor;
  const code = text.charCodeAt(cursor.at);
  if (code === BAR) return literal(cursor, indent);
  const value = code === OPEN || code === BRACE ? flow(cursor, indent) : code === QUOTE || code === APOSTROPHE ? quoted(cursor) : plain(cursor, false);
  if (toValue(cursor)) throw unsure;
  toContent(cursor);
  return value;
}
