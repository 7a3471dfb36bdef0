import { approvalPath, reachingFiles, type Approval, type ApprovalRecord } from '#model/approval.ts';
import type { Document } from '#model/document.ts';
import type { FileFacts } from '#model/facts.ts';
import type { NewFile } from './new-document.ts';

export interface Signing { readonly role: Approval['role']; readonly person: string; readonly at: string; readonly commit: string; readonly meaning: string; readonly reviewDue?: string }

/** The file that says: this person, in this role, stands for exactly these bytes, after everything approved before. */
export function newApproval(document: Document, files: readonly FileFacts[], ledger: readonly ApprovalRecord[], signing: Signing): NewFile {
  const digests = new Map(files.map(({ path, digest }) => [path, digest]));
  const { id, revision = '' } = document.value;
  const includes = reachingFiles(document).map((path) => ({ path, sha256: digests.get(path) ?? '' }));
  const previous = ledger.filter(({ value }) => value.document === id).at(-1)?.digest;
  const lines = [
    'kind: approval', 'statement: qms/approval@1', `document: ${JSON.stringify(id)}`, `path: ${JSON.stringify(document.path)}`, `revision: ${revision}`,
    `sha256: ${digests.get(document.path) ?? ''}`,
    ...(includes.length > 0 ? ['includes:', ...includes.map(({ path, sha256 }) => `  - { path: ${JSON.stringify(path)}, sha256: ${sha256} }`)] : []),
    `role: ${signing.role}`, `person: ${JSON.stringify(signing.person)}`, `meaning: ${JSON.stringify(signing.meaning)}`, `at: "${signing.at}"`,
    ...(signing.commit ? [`commit: "${signing.commit}"`] : []), ...(previous ? [`previous: ${previous}`] : []), ...(signing.reviewDue ? [`review_due: "${signing.reviewDue}"`] : []), '',
  ];
  const path = approvalPath({ document: id, revision, role: signing.role, person: signing.person });
  return { id: `${id} ${revision} ${signing.role}`, path: signing.role === 'confirm' ? path.replace(/\.yaml$/, `-${signing.at.slice(0, 10)}.yaml`) : path, text: lines.join('\n') };
}
