import { sectionAt } from '#model/body-places.ts';
import type { Document } from '#model/document.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Project } from '#model/project.ts';
import { reachingFiles } from '#model/reaching-files.ts';
import type { Wording } from '#model/text.ts';
import type { ChangedLines } from './changed-lines.ts';
import { registerEntries, type RegisterEntry } from './register-entries.ts';

/** `unreadable`: it is still there but can no longer be trusted; `qms validate` says why. */
export type What = 'added' | 'removed' | 'changed' | 'unreadable';
interface Changed { readonly what: What; readonly id: string; readonly name: Wording; readonly path: string; readonly where: readonly string[] }
export interface DocumentChange extends Changed { readonly before: Document | undefined; readonly after: Document | undefined; readonly lines: ChangedLines }
export interface EntryChange extends Changed { readonly before: RegisterEntry | undefined; readonly after: RegisterEntry | undefined }
/** The lines of a file that differ between the two states; its path then and its path now. */
export type LinesOf = (before: string, after: string) => ChangedLines;

/** Documents that came, went, or whose text or pictures changed. `where` names the sections. */
export function documentChanges(before: Project, after: Project, linesOf: LinesOf): DocumentChange[] {
  const [was, is] = [filesOf(before), filesOf(after)];
  return pairs(before.documents, after.documents, ({ value }) => value.id).flatMap(([left, right]): DocumentChange[] => {
    const { value, path } = (right ?? left) as Document;
    if (left && right && left.path === right.path && bytesOf(left, was) === bytesOf(right, is)) return [];
    const lines = linesOf(left?.path ?? '', right?.path ?? '');
    return [{ what: whatOf(left, right, after), id: value.id, name: value.title, path, before: left, after: right, lines, where: left && right ? sectionsAt(right, lines) : [] }];
  });
}

/** Entries of registers that came, went or changed. `where` names the fields. */
export function entryChanges(before: Project, after: Project): EntryChange[] {
  return pairs(registerEntries(before), registerEntries(after), ({ kind, list, id }) => `${kind}\u0000${list}\u0000${id}`).flatMap(([left, right]): EntryChange[] => {
    const { id, name, path } = (right ?? left) as RegisterEntry;
    const [old, now] = [left?.value ?? {}, right?.value ?? {}] as Record<string, unknown>[];
    const where = [...new Set([...Object.keys(now ?? {}), ...Object.keys(old ?? {})])].filter((key) => JSON.stringify(old?.[key]) !== JSON.stringify(now?.[key]));
    if (left && right && where.length === 0) return [];
    return [{ what: whatOf(left, right, after), id, name, path, before: left, after: right, where: left && right ? where : [] }];
  });
}

function whatOf(left: { readonly path: string } | undefined, right: unknown, after: Project): What {
  if (right) return left ? 'changed' : 'added';
  return after.files.some(({ path, data, findings }) => path === left?.path && (data === null || findings.length > 0)) ? 'unreadable' : 'removed';
}

/** What belongs together by key, doubles in the order in which they stand; sorted by key. */
function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): [T | undefined, T | undefined][] {
  const found = new Map<string, [T[], T[]]>();
  for (const [side, list] of [before, after].entries()) {
    for (const one of list) {
      const both = found.get(keyOf(one)) ?? [[], []];
      found.set(keyOf(one), both);
      both[side as 0 | 1].push(one);
    }
  }
  return [...found].sort(([a], [b]) => compareCodePoints(a, b)).flatMap(([, [left, right]]) => Array.from({ length: Math.max(left.length, right.length) }, (_, at): [T | undefined, T | undefined] => [left[at], right[at]]));
}

export function filesOf({ files }: Project): Map<string, FileFacts> {
  return new Map(files.map((file) => [file.path, file]));
}

/** All that reaches the pages of a document. */
function bytesOf(document: Document, files: ReadonlyMap<string, FileFacts>): string {
  return [document.path, ...reachingFiles(document, files)].map((path) => `${path} ${files.get(path)?.digest ?? ''}`).join('\n');
}

function sectionsAt({ body }: Document, { after }: ChangedLines): string[] {
  const found = new Set<string>();
  for (const line of after) {
    const section = body.sections[sectionAt(body, line)];
    if (section) found.add(`${section.number} ${section.title}`.trim());
  }
  return [...found];
}
