import type { Env } from '#model/command.ts';
import { textDigest } from '#load/digest.ts';
import { readEdition } from '#load/edition.ts';
import type { Compared } from '#views/diff.ts';
import { UsageError } from '#model/usage-error.ts';
import type { OpenedDocument } from './document.ts';

/**
 * The text that people work by: of the present revision the one that was approved, without a ledger the first that git holds with an approved status,
 * so that an edit committed before `revise` still counts as one. Null when git holds none.
 */
export async function releasedText(found: OpenedDocument, env: Env): Promise<Compared | null> {
  const { revision } = found.document.value;
  let first: Compared | null = null;
  for (const { compared, digest } of await states(found, env)) {
    if (compared.edition.revision !== revision || !isApproved(compared)) break;
    if (wasApproved(found, digest)) return compared;
    first = compared;
  }
  return first;
}

/** The text that was in force before the present revision; null for a first issue, or when git holds none. */
export async function earlierText(found: OpenedDocument, env: Env): Promise<Compared | null> {
  const { revision } = found.document.value;
  for (const { compared, digest } of await states(found, env)) {
    if (compared.edition.revision !== revision && (isApproved(compared) || wasApproved(found, digest))) return compared;
  }
  return null;
}

/** The text as it stands in the folder. */
export function workingText({ document, opened }: OpenedDocument): Compared {
  const { path } = document;
  const edition = readEdition(opened.tree.get(path)?.read() ?? new Uint8Array(), path);
  if (!edition) throw new UsageError({ en: '{path} is no text.', 'zh-CN': '{path} 不是文本。' }, { path });
  return { edition, source: { revision: edition.revision, status: edition.status, commit: '', date: '' } };
}

/** What git holds of the document, newest first, read as it is asked for; nothing outside git. */
async function states({ opened: { root }, document: { path, value } }: OpenedDocument, env: Env): Promise<Iterable<{ compared: Compared; digest: string }>> {
  if ((await env.host.head(root)) === '') return [];
  const versions = await env.host.fileVersions(root, path);
  return (function* () {
    for (const { commit, date, read } of versions) {
      const bytes = read();
      const edition = readEdition(bytes, path);
      if (edition?.id === value.id) yield { compared: { edition, source: { revision: edition.revision, status: edition.status, commit, date } }, digest: textDigest(bytes) };
    }
  })();
}

function isApproved({ edition: { status } }: Compared): boolean {
  return status === 'approved' || status === 'effective';
}

function wasApproved({ project, document }: OpenedDocument, digest: string): boolean {
  return project.approvals.some(({ value }) => value.document === document.value.id && value.role === 'approve' && value.sha256 === digest);
}
