import type { Numbering } from '#model/config.ts';

export interface NumberParts { readonly block?: string; readonly parent?: string; readonly year?: string; readonly form?: string }

/** The numbering pattern of a type; the first one where there are several. */
export function patternOf(numbering: Numbering, type: string): string | undefined {
  const pattern = numbering[type] as string | readonly string[] | undefined;
  return typeof pattern === 'string' ? pattern : pattern?.[0];
}

/** The next free number of a pattern such as `AB/WI-{block}-{n:3}`: one more than the highest in use. Null when a part is missing. */
export function nextNumber(pattern: string, parts: NumberParts, numbering: Numbering, taken: Iterable<string>): string | null {
  const known: Record<string, string | undefined> = { ...parts, block: parts.block === undefined ? undefined : numbering.blocks?.[parts.block] ?? parts.block };
  const filled = pattern.replace(/\{(block|parent|year|form)\}/g, (whole, name: string) => known[name] ?? whole);
  const serial = /\{n:(\d+)\}(?!.*\{n:)/.exec(filled);
  if (!serial || /\{(?:block|parent|year|form)\}/.test(filled)) return null;
  const head = filled.slice(0, serial.index);
  const tail = filled.slice(serial.index + serial[0].length);
  const digits = Number(serial[1]);
  let highest = 0;
  for (const id of taken) {
    const middle = id.startsWith(head) && id.endsWith(tail) ? id.slice(head.length, id.length - tail.length) : '';
    if (/^\d+$/.test(middle)) highest = Math.max(highest, Number(middle));
  }
  return `${head}${String(highest + 1).padStart(digits, '0')}${tail}`;
}

/** What stands for a document in the numbers of its forms: `AB/QP-07` → `QP07`. */
export function shortNumber(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replaceAll('-', '');
}
