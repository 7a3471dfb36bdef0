import { APOSTROPHE, BACKSLASH, BRACE, CLOSE, COLON, COMMA, HASH, HYPHEN, NEWLINE, OPEN, QUOTE, SPACE, UNBRACE } from '../characters.ts';
import { isBlank, unsure, type Cursor } from './cursor.ts';

const MAX_KEY = 100;
/** Of those that mean something: `false`. */
const LONGEST_WORD = 5;

/** A plain word before a colon, the colon passed; null, and the cursor where it was, when there is none. */
export function keyAt(cursor: Cursor): string | null {
  const { text, at: start } = cursor;
  let at = start;
  while (isKeyCode(text.charCodeAt(at), at > start)) at++;
  if (at === start || at - start > MAX_KEY || text.charCodeAt(at) !== COLON || !isBlank(text, at + 1)) return null;
  cursor.at = at + 1;
  const key = text.slice(start, at);
  if (meaning(key) !== key) throw unsure;
  return key;
}

/** A key in double quotes, the colon passed; null when there is none. */
export function quotedKey(cursor: Cursor): string | null {
  const key = quoted(cursor);
  return cursor.text.charCodeAt(cursor.at++) === COLON && key.length <= MAX_KEY ? key : null;
}

/** Letters, Chinese characters; further on digits and `_ - .` too. */
function isKeyCode(code: number, further: boolean): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code >= 0x3400 && code <= 0x9fff)
    || (further && ((code >= 48 && code <= 57) || code === HYPHEN || code === 46));
}

/** A plain scalar: to the end of the line, or in a flow collection to its next mark. */
export function plain(cursor: Cursor, within: boolean): unknown {
  const { text, at: start } = cursor;
  if (!mayBegin(text, start)) throw unsure;
  let at = start;
  let end = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) break;
    if (code === SPACE) continue;
    if (code === COLON && (isBlank(text, at + 1) || (within && isFlowMark(text.charCodeAt(at + 1))))) throw unsure;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (within && isFlowMark(code)) break;
    end = at + 1;
  }
  cursor.at = end;
  return meaning(text.slice(start, end));
}

/** A scalar in quotes on one line. */
export function quoted(cursor: Cursor): string {
  const { text, at: start } = cursor;
  const quote = text.charCodeAt(start);
  let escaped = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) throw unsure;
    if (code === BACKSLASH && quote === QUOTE) {
      if (!'"\\n'.includes(text[at + 1] as string)) throw unsure;
      escaped = true;
      at++;
    } else if (code === quote) {
      if (quote === APOSTROPHE && text.charCodeAt(at + 1) === APOSTROPHE) { escaped = true; at++; continue; }
      cursor.at = at + 1;
      const source = text.slice(start + 1, at);
      if (!escaped) return source;
      return quote === QUOTE ? source.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char)) : source.replaceAll("''", "'");
    }
  }
  throw unsure;
}

function isFlowMark(code: number): boolean {
  return code === COMMA || code === OPEN || code === CLOSE || code === BRACE || code === UNBRACE;
}

/** Whether a plain scalar begins here: none begins with a character that means something, nor with a dash before a space. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 127 || (code === HYPHEN ? !isBlank(text, at + 1) && !isFlowMark(text.charCodeAt(at + 1)) : !'!"#%&\'*,:>?@[]`{|}'.includes(text[at] as string));
}

/** What a plain scalar means in the core schema: null, true, a number, or itself. */
function meaning(source: string): unknown {
  const code = source.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code === HYPHEN || code === 43 || code === 46) return numeric(source);
  if (source.length > LONGEST_WORD) return source;
  switch (source) {
    case '~': case 'null': case 'Null': case 'NULL': return null;
    case 'true': case 'True': case 'TRUE': return true;
    case 'false': case 'False': case 'FALSE': return false;
    default: return source;
  }
}

/** Numbers as people write them; hexadecimal, exponents, leading zeros, infinity are left to the general parser. */
function numeric(source: string): unknown {
  if (source.charCodeAt(4) === HYPHEN && source.length === 10) return source; // a day
  if (/^(?:0|-?[1-9]\d{0,14})$/.test(source) || /^(?:0|[1-9]\d{0,8})\.\d{1,6}$/.test(source)) return Number(source);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$|^0[ox][\da-fA-F]+$|^[-+]?\.(?:inf|nan)$/i.test(source)) throw unsure;
  return source;
}
