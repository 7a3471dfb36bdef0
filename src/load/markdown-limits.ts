import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';

const MAX_BRACKETS = 100;
const MAX_MARKERS = 100;
const MAX_REFERENCES = 3000;
/** Marks like `:req[…]`, and what looks like one (12:30), in one passage: the parser's time grows with their square. */
const MAX_MARKS = 3000;
/** Spaces before a list mark: each level of nesting takes two. */
const MAX_INDENT = 400;

/**
 * Text on which the Markdown parser takes minutes or kills the process (measured: 50,000 nested inline directives end it, 20,000
 * character references in one paragraph take 13 s) is refused before it is parsed. Nobody writes such a text by hand.
 */
export function beyondLimits(body: string, firstLine: number, path: string): CodedFinding | null {
  let brackets = 0;
  let references = 0;
  let marks = 0;
  for (const [index, line] of body.split('\n').entries()) {
    const refuse = (message: string, limit: number): CodedFinding => ({ code: 'load/markdown-limits', at: lineStart(path, firstLine + index), message, args: { limit } });
    if (line.trim() === '') { brackets = 0; references = 0; marks = 0; continue; }
    if (/^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){100}/.test(line) && !/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(line)) return refuse('markers', MAX_MARKERS);
    if (/^ {400}\s*(?:>|[-+*]\s|\d{1,9}[.)]\s)/.test(line)) return refuse('markers', MAX_INDENT / 2);
    for (let at = 0; at < line.length; at++) {
      const char = line.charCodeAt(at);
      if (char === 92) at++;
      else if (char === 91) { if (++brackets > MAX_BRACKETS) return refuse('brackets', MAX_BRACKETS); }
      else if (char === 93) { if (brackets > 0) brackets--; }
      else if (char === 58 && /^[\p{L}\p{N}]/u.test(line.slice(at + 1, at + 3)) && ++marks > MAX_MARKS) return refuse('marks', MAX_MARKS);
      else if (char === 38 && /^&(?:#\d|#x|\w)/i.test(line.slice(at, at + 3)) && ++references > MAX_REFERENCES) return refuse('references', MAX_REFERENCES);
    }
  }
  return null;
}
