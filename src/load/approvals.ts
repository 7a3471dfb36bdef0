import { allowedSignersPath, signatureNamespace, type Approval, type ApprovalRecord, type SignatureState } from '#model/approval.ts';
import { allowedKeys, parseAllowedSigners, type Signer } from '#model/allowed-signers.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { FileFacts } from '#model/facts.ts';
import { verifySignature } from '#model/sshsig.ts';

/** The ledger: every approval with the digest of its file and the state of its signature, in order of time. A damaged one counts for nothing. */
export function collectApprovals(files: readonly FileFacts[]): ApprovalRecord[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const list = byPath.get(allowedSignersPath)?.raw;
  const signers = list === undefined ? null : parseAllowedSigners(bytesOf(list).toString('utf8')).signers;
  return files.filter((file) => file.kind === 'approval' && file.data !== null && file.findings.length === 0)
    .map((file): ApprovalRecord => ({
      value: file.data as Approval, path: file.path, pointer: '', digest: file.digest, signature: signatureOf(file, byPath.get(`${file.path}.sig`), signers),
    }))
    .sort((a, b) => compareCodePoints(a.value.at, b.value.at) || compareCodePoints(a.path, b.path));
}

/** Verified at the moment the approval claims: a key that ran out later stays good for what it signed before. */
function signatureOf(approval: FileFacts, signature: FileFacts | undefined, signers: readonly Signer[] | null): SignatureState {
  if (!signature) return { state: 'none' };
  if (!signers) return { state: 'no-signers' };
  const { person, at } = approval.data as Approval;
  const verified = verifySignature({ signature: bytesOf(signature.raw), message: bytesOf(approval.raw), namespace: signatureNamespace });
  if (!verified.ok) return { state: 'bad' };
  const { verdict } = allowedKeys(signers, person, signatureNamespace, new Date(at))(verified);
  const state = verdict === 'good' || verdict === 'expired' || verdict === 'not-yet-valid' ? verdict : 'unknown-key';
  return { state, fingerprint: verified.key.fingerprint };
}

function bytesOf(raw: string | undefined): Buffer {
  return Buffer.from(raw ?? '', 'base64');
}
