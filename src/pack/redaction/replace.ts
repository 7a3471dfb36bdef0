import type { Withheld } from '#model/redaction.ts';
import type { Hit } from './gather.ts';
import type { Values } from './values.ts';

/** The text with stand-ins for every hit and every other place where a known value stands, and a line of the log for each. */
export function replace(path: string, text: string, hits: readonly Hit[], values: Values): { readonly text: string; readonly withheld: readonly Withheld[] } {
  const places: Hit[] = [];
  const taken = new Uint8Array(text.length);
  // A whole field goes before what is found inside it.
  for (const one of [...hits.filter(({ pointer }) => pointer !== undefined), ...hits.filter(({ pointer }) => pointer === undefined), ...values.occurrences(text)]) {
    if (taken.subarray(one.start, one.end).includes(1)) continue;
    taken.fill(1, one.start, one.end);
    places.push(one);
  }
  const withheld: Withheld[] = [];
  const parts: string[] = [];
  let [at, line] = [0, 1];
  const push = (part: string): void => {
    parts.push(part);
    line += part.split('\n').length - 1;
  };
  for (const { start, end, known, pointer } of places.sort((a, b) => a.start - b.start)) {
    push(text.slice(at, start));
    withheld.push({ path, line, ...(pointer === undefined ? {} : { pointer }), rule: known.rule, token: known.token, ...(known.reason === undefined ? {} : { reason: known.reason }) });
    push(known.token + (/\r?\n$/.exec(text.slice(start, end))?.[0] ?? ''));
    at = end;
  }
  push(text.slice(at));
  return { text: parts.join(''), withheld };
}

/** Whether a value still stands there, written in another way: as character references, percent signs or escapes. The line of the first. */
export function survives(text: string, values: Values): number | null {
  const chars = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
  const references = text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (_, hex?: string, decimal?: string) => chars(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)));
  const escapes = text.replace(/\\u\{?([\da-f]{4,6})\}?|\\x([\da-f]{2})/gi, (_, wide?: string, narrow?: string) => chars(Number.parseInt(wide ?? narrow ?? '0', 16)));
  const percent = text.replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
  for (const way of new Set([text, references, escapes, percent])) {
    const [first] = values.occurrences(way);
    if (first) return way.slice(0, first.start).split('\n').length;
  }
  return null;
}
