import { escapesRoot, joinPath } from './path.ts';

/** Where a link of a document leads. `path` is relative to the workspace. */
export type LinkTarget =
  | { readonly kind: 'web' | 'outside' | 'other' }
  | { readonly kind: 'file'; readonly path: string; readonly anchor: string };

/** Reads the url of a link in the file `from`. Mail addresses, telephone numbers and embedded data are 'other'. */
export function linkTarget(from: string, url: string): LinkTarget {
  if (/^https?:|^\/\//i.test(url)) return { kind: 'web' };
  if (/^(?:[a-z]:[\\/]|file:|\\\\)/i.test(url)) return { kind: 'outside' };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return { kind: 'other' };
  const [, file = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  if (file === '') return { kind: 'file', path: from, anchor: decoded(anchor) };
  // Word and Explorer write `..\forms\a.md`; where it leads is clear, reference/missing-file asks for the slash.
  const slashed = decoded(file).replaceAll('\\', '/');
  const joined = slashed.startsWith('/') ? slashed.slice(1) : `${from.slice(0, from.lastIndexOf('/') + 1)}${slashed}`;
  return escapesRoot(joined) ? { kind: 'outside' } : { kind: 'file', path: joinPath(joined), anchor: decoded(anchor) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
