import type { TreeEntry } from '#model/tree.ts';
import { reachingFiles } from '#model/reaching-files.ts';
import type { PackFile } from '#pack/file.ts';
import type { Scope } from '#views/evidence/scope.ts';
import type { ExportScope } from './scope.ts';

/** The sources themselves, ledger of approvals included, as git stores them: what a pack can be checked with, and made anew from. */
export function sourceFiles(scope: ExportScope, chosen: Scope): PackFile[] {
  return sourceEntries(scope, chosen).map((entry) => ({ path: `data/source/${entry.path}`, size: entry.size, bytes: () => entry.read() }));
}

/** Files of the workspace that belong to a pack: all that the check reads and the selection holds, and what the check is told to ignore only where it reaches a page or is attached to a document. */
export function sourceEntries({ opened, project }: Pick<ExportScope, 'opened' | 'project'>, chosen: Scope): TreeEntry[] {
  const byPath = new Map(project.files.map((file) => [file.path, file]));
  const shown = new Set(project.documents.flatMap((document) => reachingFiles(document, byPath)));
  return opened.tree.entries.filter(({ path, problem }) => problem === undefined && (shown.has(path) || !opened.ignored(path)) && chosen.holdsFile(path));
}
