import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { tagLines } from './tag-text.ts';

/** A field of bag-info.txt, in order, with the line it begins on; a label may stand several times. */
export interface InfoField { readonly label: string; readonly value: string; readonly line: number }

/** Reads bag-info.txt: `Label: value`, lines that begin with a blank go on with the value before. */
export function readInfo(text: string, path: string, version: number): { readonly fields: readonly InfoField[]; readonly findings: readonly CodedFinding[] } {
  const fields: InfoField[] = [];
  const findings: CodedFinding[] = [];
  for (const [index, text_] of tagLines(text).entries()) {
    const at = lineStart(path, index + 1);
    const last = fields.at(-1);
    if (text_.trim() === '') continue;
    if (/^[ \t]/.test(text_) && last) { fields[fields.length - 1] = { ...last, value: `${last.value} ${text_.trim()}` }; continue; }
    const match = /^([^:]+?)(\s*):([ \t]*)(.*)$/.exec(text_);
    if (!match) { findings.push({ code: 'pack/bad-info', at, message: 'line', args: { text: text_ } }); continue; }
    const [, label, before, after, value] = match as unknown as [string, string, string, string, string];
    if (version >= 1 && (before !== '' || after.length !== 1)) findings.push({ code: 'pack/odd-info', at, message: 'blanks', args: { label } });
    fields.push({ label, value: value.trim(), line: index + 1 });
  }
  return { fields, findings };
}

/** The first value under a label, whatever the case of its letters. */
export function infoField(fields: readonly InfoField[], label: string): InfoField | undefined {
  return fields.find((field) => field.label.toLowerCase() === label.toLowerCase());
}
