import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';

/** What a register, a front matter or the body of a document may hold at most: lines, characters of one line, and how often each pattern may be found. The message has the pattern's name. */
export interface TextLimits { readonly lines: number; readonly line: number; readonly counted: readonly { readonly message: string; readonly limit: number; readonly pattern: RegExp }[] }

/**
 * Measured with `npm run near-limits`: a file full of one thing up to its limit takes `validate` less than 5 s and 512 MB, whichever parser reads it and however many
 * findings it brings. A manual of 400 pages in a single file has a quarter of this.
 */
const common = { lines: 50_000, line: 1_000_000 };
export const markdownLimits: TextLimits = { ...common, counted: [
  { message: 'marks', limit: 30_000, pattern: /[[*_`<>:&#@/~+《]|\.(?=\S)|-(?=\s|\w)|(?<=\d)[.)]/g },
  { message: 'cells', limit: 100_000, pattern: /\|/g },
] };
export const yamlLimits: TextLimits = { ...common, counted: [{ message: 'values', limit: 60_000, pattern: /[\n,[{]|[?-](?=\s|$)/g }] };

/** The first limit that a text exceeds, at the line where it does, or null. Looked at before any parser. `firstLine` is where the text begins in its file. */
export function beyondTextLimits(text: string, path: string, firstLine: number, { lines, line, counted }: TextLimits): CodedFinding | null {
  if (text.length <= Math.min(lines, line, ...counted.map(({ limit }) => limit))) return null; // nearly every file
  const refuse = (message: string, limit: number, figure: number, at: number): CodedFinding =>
    ({ code: 'load/text-limits', at: lineStart(path, firstLine + occurrences(text.slice(0, at), /\n/g).figure), message, args: { figure, limit } });
  const { figure: begun, beyond: after } = occurrences(text, /\n(?=[^])/g, lines - 1);
  if (begun >= lines) return refuse('lines', lines, begun + 1, after + 1);
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const length = (end < 0 ? text.length : end) - from;
    if (length > line) return refuse('line', line, length, from);
    from += length + 1;
  }
  for (const { message, limit, pattern } of counted) {
    const { figure, beyond } = occurrences(text, pattern, limit);
    if (figure > limit) return refuse(message, limit, figure, beyond);
  }
  return null;
}

/** How often a pattern is found, and where for the first time beyond the limit. */
function occurrences(text: string, pattern: RegExp, limit = Infinity): { readonly figure: number; readonly beyond: number } {
  let figure = 0;
  let beyond = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) if (++figure === limit + 1) beyond = pattern.lastIndex - 1;
  return { figure, beyond };
}
