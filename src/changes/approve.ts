import { approvalPath, reachingFiles, type Approval, type ApprovalRecord, type ApprovalRole } from '#model/approval.ts';
import type { Document } from '#model/document.ts';
import type { FileFacts } from '#model/facts.ts';
import type { Text } from '#model/text.ts';
import type { NewFile } from './new-document.ts';

export interface Signing { readonly role: Approval['role']; readonly person: string; readonly at: string; readonly commit: string; readonly meaning: string; readonly reviewDue?: string }

/** What a signature in each role says, in the words kept with it. */
export const signingMeanings: Readonly<Record<ApprovalRole, Text>> = {
  prepare: { en: 'I wrote this text.', 'zh-CN': '本文由我编制。' }, review: { en: 'I reviewed this text and found it right.', 'zh-CN': '我已审核本文，认可其内容。' },
  approve: { en: 'I approve this text for use.', 'zh-CN': '我批准本文施行。' }, withdraw: { en: 'I withdraw this document.', 'zh-CN': '我决定本文作废。' },
  confirm: { en: 'I reviewed this text; it stays unchanged.', 'zh-CN': '我已复审本文，继续有效，无须修改。' },
};

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
  return { id: `${id} ${revision} ${signing.role}`, path: approvalPath({ document: id, revision, ...signing }), text: lines.join('\n') };
}
