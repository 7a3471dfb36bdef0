import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { isEncoding, tagLines, tagText } from './tag-text.ts';

/** What bagit.txt says: the version as a number (0.93 … 1) and the encoding of the other tag files. */
export interface Declaration { readonly version: number; readonly encoding: string }

export const declarationPath = 'bagit.txt';
const known = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

/** Reads bagit.txt, which has two lines in this order and nothing else; where it is wrong, version 1.0 in UTF-8 is assumed. */
export function readDeclaration(bytes: Uint8Array): { readonly declaration: Declaration; readonly findings: readonly CodedFinding[] } {
  const findings: CodedFinding[] = [];
  const bad = (line: number, message: string, args = {}): void => { findings.push({ code: 'pack/bad-declaration', at: lineStart(declarationPath, line), message, args }); };
  const read = tagText(bytes, 'utf-8');
  if (!read) bad(1, 'encoding');
  else if (read.bom) bad(1, 'bom');
  const lines = tagLines(read?.text ?? '');
  const version = /^BagIt-Version: (\d+\.\d+)$/.exec(lines[0] ?? '')?.[1];
  const encoding = /^Tag-File-Character-Encoding: (\S+)$/.exec(lines[1] ?? '')?.[1];
  if (read && !read.bom) {
    if (version === undefined) bad(1, 'version-line', { text: lines[0] ?? '' });
    else if (!known.has(version)) bad(1, 'version', { version });
    if (encoding === undefined) bad(lines[1] === undefined ? 1 : 2, 'encoding-line', { text: lines[1] ?? '' });
    else if (!isEncoding(encoding)) bad(2, 'unknown-encoding', { encoding });
    if (lines.length > 2) bad(3, 'more', { text: lines[2] ?? '' });
  }
  return {
    declaration: { version: version !== undefined && known.has(version) ? Number(version) : 1, encoding: encoding !== undefined && isEncoding(encoding) ? encoding : 'UTF-8' },
    findings,
  };
}
