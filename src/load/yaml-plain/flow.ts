import { APOSTROPHE, BRACE, CLOSE, COMMA, HASH, NEWLINE, OPEN, QUOTE, SPACE, UNBRACE } from '../characters.ts';
import { MAX_DEPTH, isTwice, lineEnd, toContent, unsure, type Cursor } from './cursor.ts';
import { keyAt, plain, quoted, quotedKey } from './scalar.ts';

/** `[…]` or `{…}`, also over several lines as long as they are indented further than what holds it. */
export function flow(cursor: Cursor, indent: number): unknown {
  if (++cursor.depth > MAX_DEPTH) throw unsure;
  const isList = cursor.text.charCodeAt(cursor.at) === OPEN;
  cursor.at++;
  const value = isList ? flowList(cursor, indent) : flowMap(cursor, indent);
  cursor.depth--;
  return value;
}

function flowList(cursor: Cursor, indent: number): unknown[] {
  const found: unknown[] = [];
  while (inFlow(cursor, indent) !== CLOSE) {
    found.push(flowValue(cursor, indent));
    separator(cursor, indent, CLOSE);
  }
  cursor.at++;
  return found;
}

function flowMap(cursor: Cursor, indent: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  let keys = 0;
  while (inFlow(cursor, indent) !== UNBRACE) {
    const key = cursor.text.charCodeAt(cursor.at) === QUOTE ? quotedKey(cursor) : keyAt(cursor);
    if (key === null || key === '__proto__' || key === '<<') throw unsure;
    if (cursor.text.charCodeAt(cursor.at) !== SPACE) throw unsure;
    inFlow(cursor, indent);
    found[key] = flowValue(cursor, indent);
    keys++;
    separator(cursor, indent, UNBRACE);
  }
  if (isTwice(found, keys)) throw unsure;
  cursor.at++;
  return found;
}

function flowValue(cursor: Cursor, indent: number): unknown {
  const code = cursor.text.charCodeAt(cursor.at);
  return code === OPEN || code === BRACE ? flow(cursor, indent) : code === QUOTE || code === APOSTROPHE ? quoted(cursor) : plain(cursor, true);
}

/** To the next character that is neither space nor comment nor line end; returns its code. */
function inFlow(cursor: Cursor, indent: number): number {
  const { text } = cursor;
  while (text.charCodeAt(cursor.at) === SPACE) cursor.at++;
  const code = text.charCodeAt(cursor.at);
  if (code !== NEWLINE && !(code === HASH && text.charCodeAt(cursor.at - 1) === SPACE)) return code;
  cursor.at = lineEnd(text, cursor.at) + 1;
  if (!toContent(cursor) || cursor.indent <= indent) throw unsure;
  return text.charCodeAt(cursor.at);
}

/** Past a comma; or up to the closing mark. */
function separator(cursor: Cursor, indent: number, close: number): void {
  const code = inFlow(cursor, indent);
  if (code === COMMA) cursor.at++;
  else if (code !== close) throw unsure;
}
