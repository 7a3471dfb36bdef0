import type { Approval } from './approval.ts';
import type { DocumentMeta } from './document.ts';
import type { BodyFacts, Directive, FileFacts } from './facts.ts';
import { linkTarget, type LinkTarget } from './link-target.ts';

/** A text and what it shows, as documents and bare included files alike have it. */
interface Shown { readonly path: string; readonly body: BodyFacts | null }
/** A document says in its front matter what is attached to it. */
type Owner = Shown & { readonly value: Pick<DocumentMeta, 'attachments'> };

/** Where `::include{file=…}` leads, read like a link: from the document, or from the root with a slash before it. Null for any other directive. */
export function includeTarget(from: string, { name, attributes }: Directive): LinkTarget | null {
  return name === 'include' ? linkTarget(from, attributes['file'] ?? '') : null;
}

/** Other files that an approval of a document covers: its pictures, what it includes, what that shows in turn, and what is attached. Paths from the workspace, sorted. */
export function reachingFiles(document: Owner, files: ReadonlyMap<string, Shown>): string[] {
  const found = new Set<string>();
  const visit = ({ path: from, body }: Shown): void => {
    for (const { image, url } of body?.links ?? []) if (image) add(linkTarget(from, url));
    for (const directive of body?.directives ?? []) {
      const path = add(includeTarget(from, directive));
      const included = path === undefined ? undefined : files.get(path);
      if (included) visit(included);
    }
  };
  /** The path when it is new. */
  const add = (target: LinkTarget | null): string | undefined => {
    if (target?.kind !== 'file' || target.path === document.path || found.has(target.path)) return undefined;
    found.add(target.path);
    return target.path;
  };
  visit(document);
  for (const url of document.value.attachments ?? []) add(linkTarget(document.path, url));
  return [...found].sort();
}

/** The files, the document's own first, that are not what an approval was given for. */
export function changedSince(approval: Approval, document: Owner, files: ReadonlyMap<string, FileFacts>): string[] {
  const stood = new Map((approval.includes ?? []).map(({ path, sha256 }) => [path, sha256]));
  const others = new Set([...reachingFiles(document, files), ...stood.keys()]);
  return [...(approval.sha256 === files.get(document.path)?.digest ? [] : [document.path]), ...[...others].filter((path) => !stood.get(path) || stood.get(path) !== files.get(path)?.digest)];
}
