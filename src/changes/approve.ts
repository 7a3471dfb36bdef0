import { approvalPath, type Approval, type ApprovalRecord, type ApprovalRole } from '#model/approval.ts';
import type { Document } from '#model/document.ts';
import type { FileFacts } from '#model/facts.ts';
import { reachingFiles } from '#model/reaching-files.ts';
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
  const byPath = new Map(files.map((file) => [file.path, file]));
  const digestOf = (path: string): string => byPath.get(path)?.digest ?? '';
  const { id, revision = '' } = document.value;
  const includes = reachingFiles(document, byPath).map((path) => ({ path, sha256: digestOf(path) }));
  const previous = ledger.filter(({ value }) => value.document === id).at(-1)?.digest;
  const lines = [
    'kind: approval', 'statement: qms/approval@1', `document: ${JSON.stringify(id)}`, `path: ${JSON.stringify(document.path)}`, `revision: ${revision}`,
    `sha256: ${digestOf(document.path)}`,
    ...(includes.length > 0 ? ['includes:', ...includes.map(({ path, sha256 }) => `  - { path: ${JSON.stringify(path)}, sha256: ${sha256} }`)] : []),
    `role: ${signing.role}`, `person: ${JSON.stringify(signing.person)}`, `meaning: ${JSON.stringify(signing.meaning)}`, `at: "${signing.at}"`,
    ...(signing.commit ? [`commit: "${signing.commit}"`] : []), ...(previous ? [`previous: ${previous}`] : []), ...(signing.reviewDue ? [`review_due: "${signing.reviewDue}"`] : []), '',
  ];
  return { id: `${id} ${revision} ${signing.role}`, path: freePath(approvalPath({ document: id, revision, ...signing }), digestOf(document.path), ledger), text: lines.join('\n') };
}

/** Whoever signs again because the text was mended gets a file of a further number; for the same text the path stays taken. */
function freePath(path: string, sha256: string, ledger: readonly ApprovalRecord[]): string {
  const named = (n: number): string => (n === 1 ? path : path.replace(/\.yaml$/, `-${n}.yaml`));
  const at = (n: number): ApprovalRecord | undefined => ledger.find((record) => record.path === named(n));
  let n = 1;
  for (let there = at(n); there && there.value.sha256 !== sha256; there = at(n)) n++;
  return named(n);
}
