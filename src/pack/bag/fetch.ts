import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { leavesFolder } from '../entry-names.ts';
import { tagLines } from './tag-text.ts';

export const fetchPath = 'fetch.txt';

/** A payload file that is to be fetched from elsewhere before the bag is complete. */
export interface Fetched { readonly path: string; readonly line: number }

/** Reads fetch.txt: URL, length or `-`, path. Nothing is ever fetched. */
export function readFetch(text: string): { readonly fetched: readonly Fetched[]; readonly findings: readonly CodedFinding[] } {
  const fetched: Fetched[] = [];
  const findings: CodedFinding[] = [];
  for (const [index, text_] of tagLines(text).entries()) {
    const at = lineStart(fetchPath, index + 1);
    if (text_.trim() === '') continue;
    const match = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(text_);
    const path = match?.[3]?.replace(/^(?:\.\/)+/, '');
    if (!path || !/^[a-z][a-z\d+.-]*:/i.test(match?.[1] ?? '')) findings.push({ code: 'pack/bad-fetch', at, message: 'line', args: { text: text_ } });
    else if (leavesFolder(path)) findings.push({ code: 'pack/traversal', at, message: 'listed', args: { name: JSON.stringify(path) } });
    else if (!path.startsWith('data/')) findings.push({ code: 'pack/bad-fetch', at, message: 'scope', args: { name: path } });
    else fetched.push({ path, line: index + 1 });
  }
  return { fetched, findings };
}
