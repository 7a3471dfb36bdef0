import type { Approval, ApprovalRecord, SignatureState } from '#model/approval.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';

/** The ledger: every approval with the digest of its file and the state of its signature, in order of time. A damaged one counts for nothing. */
export function collectApprovals(files: readonly FileFacts[]): ApprovalRecord[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.filter(({ kind, data, findings }) => kind === 'approval' && data !== null && findings.length === 0)
    .map((file): ApprovalRecord => ({ value: file.data as Approval, path: file.path, pointer: '', digest: file.digest, signature: signatureOf(file, byPath) }))
    .sort((a, b) => compareCodePoints(a.value.at, b.value.at) || compareCodePoints(a.path, b.path));
}

function signatureOf(file: FileFacts, byPath: ReadonlyMap<string, FileFacts>): SignatureState {
  return byPath.has(`${file.path}.sig`) ? { state: 'no-signers' } : { state: 'none' };
}
