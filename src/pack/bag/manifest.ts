import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import { leavesFolder } from '../entry-names.ts';
import { tagLines } from './tag-text.ts';

/** A line of a manifest: hex digest in lower case, the path as written but for marks of other tools, percent signs untouched. */
export interface Listed { readonly digest: string; readonly path: string; readonly line: number }
/** A manifest of payload files, or of tag files. */
export interface Manifest { readonly path: string; readonly kind: 'payload' | 'tag'; readonly algorithm: string; readonly listed: readonly Listed[] }

/** Length of a digest in hex digits, by the name BagIt gives the algorithm; node:crypto knows them by the same name. */
export const digestLengths: Readonly<Record<string, number>> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 };

/** Kind and algorithm of a manifest by its name; null for other files. */
export function manifestName(path: string): { readonly kind: Manifest['kind']; readonly algorithm: string } | null {
  const match = /^(tag)?manifest-([\w-]+)\.txt$/i.exec(path);
  return match ? { kind: match[1] ? 'tag' : 'payload', algorithm: (match[2] as string).toLowerCase().replace(/-/g, '') } : null;
}

/** Reads the lines of a manifest; what deceives is told and left out, what other tools write differently is told and understood. */
export function readManifest(text: string, path: string, version: number): { readonly manifest: Manifest; readonly findings: readonly CodedFinding[] } {
  const { kind, algorithm } = manifestName(path) as NonNullable<ReturnType<typeof manifestName>>;
  const findings: CodedFinding[] = [];
  const listed: Listed[] = [];
  const first = new Map<string, Listed>();
  for (const [index, text_] of tagLines(text).entries()) {
    const line = index + 1;
    const at = lineStart(path, line);
    const odd = (message: string, args = {}): void => { findings.push({ code: 'pack/odd-manifest', at, message, args }); };
    const bad = (message: string, args = {}): void => { findings.push({ code: 'pack/bad-manifest', at, message, args }); };
    if (text_.trim() === '') { odd('blank'); continue; }
    const match = /^(\\?)([\da-f]+)[ \t]+(\*?)(.+)$/i.exec(text_);
    if (!match) { bad('line', { text: text_ }); continue; }
    const [, escaped, digest, star, raw] = match as unknown as [string, string, string, string, string];
    if (digest.length !== digestLengths[algorithm]) { bad('digest', { digest, algorithm }); continue; }
    if (escaped) odd('escaped');
    if (star) odd('star');
    const unescaped = escaped ? raw.replace(/\\([\\nr])/g, (_, char: string) => ({ '\\': '\\', n: '\n', r: '\r' })[char] as string) : raw;
    const tidy = unescaped.split('/').filter((step, place) => step !== '.' && (step !== '' || place === 0)).join('/');
    if (leavesFolder(unescaped)) { findings.push({ code: 'pack/traversal', at, message: 'listed', args: { name: JSON.stringify(unescaped) } }); continue; }
    if (tidy !== unescaped) odd('dot', { name: unescaped });
    if (kind === 'payload' && !/^data[/\\]/.test(tidy)) { bad('scope', { name: unescaped }); continue; }
    if (kind === 'tag' && manifestName(tidy)?.kind === 'tag') { bad('itself', { name: unescaped }); continue; }
    const entry = { digest: digest.toLowerCase(), path: tidy, line };
    const before = first.get(tidy);
    if (before && (before.digest !== entry.digest || version >= 1)) bad(before.digest === entry.digest ? 'twice' : 'two-digests', { name: tidy, line: before.line });
    else if (before) odd('twice', { name: tidy, line: before.line });
    if (before) continue;
    first.set(tidy, entry);
    listed.push(entry);
  }
  return { manifest: { path, kind, algorithm, listed }, findings };
}
