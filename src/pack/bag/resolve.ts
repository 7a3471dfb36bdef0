import type { CodedFinding } from '#model/diagnostic.ts';
import { lineStart } from '#model/place.ts';
import type { Listed, Manifest } from './manifest.ts';

/** The file that a line of a manifest means, and what was unusual in naming it; `path` null when there is none. */
export interface Resolved { readonly path: string | null; readonly findings: readonly CodedFinding[] }

/** Finds files by the names that manifests give them. */
export function resolver(paths: Iterable<string>, version: number): (listed: Listed, manifest: Manifest) => Resolved {
  const there = new Set(paths);
  const byForm = Map.groupBy(there, (path) => path.normalize('NFC'));
  return ({ path, line }, { path: manifest }) => {
    const at = lineStart(manifest, line);
    const decoded = decode(path);
    const [first, second] = version >= 1 ? [decoded, path] : [path, decoded];
    if (there.has(first)) return { path: first, findings: [] };
    if (there.has(second)) return { path: second, findings: version >= 1 ? [{ code: 'pack/odd-manifest', at, message: 'percent', args: { name: path } }] : [] };
    const forms = [...byForm.get(first.normalize('NFC')) ?? [], ...byForm.get(second.normalize('NFC')) ?? []];
    if (forms[0] !== undefined) return { path: forms[0], findings: [{ code: 'pack/name-form', at, message: 'found', args: { name: path } }] };
    const slashed = first.replaceAll('\\', '/');
    if (there.has(slashed)) return { path: slashed, findings: [{ code: 'pack/bad-manifest', at, message: 'backslash', args: { name: path } }] };
    return { path: null, findings: [] };
  };
}

/** CR, LF and the percent sign are written as %0D, %0A and %25 in a manifest, and nothing else is (RFC 8493, section 2.1.3). */
function decode(path: string): string {
  return path.replace(/%(0d|0a|25)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
