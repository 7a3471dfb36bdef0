import type { Entry } from './place.ts';
import type { Wording } from './text.ts';

export const approvalRoles = ['prepare', 'review', 'approve', 'withdraw', 'confirm'] as const;
export type ApprovalRole = (typeof approvalRoles)[number];

/** What `ssh-keygen -Y sign -n` is told: a signature made for something else is none for this. */
export const signatureNamespace = 'qms-approval';
/** Who may sign with which key, and when: the format of ssh-keygen(1), ALLOWED SIGNERS. Principals are ids of people. */
export const allowedSignersPath = 'approvals/allowed_signers';

/** One file of the ledger: this person, in this role, stands for exactly these bytes (4.2.3 a). Times are RFC 3339, UTC. */
export interface Approval {
  readonly statement: string; readonly document: string; readonly path: string; readonly revision: string;
  readonly sha256: string; readonly includes?: readonly { readonly path: string; readonly sha256: string }[];
  readonly role: ApprovalRole; readonly person: string; readonly meaning?: Wording; readonly at: string;
  readonly commit?: string; readonly previous?: string; readonly review_due?: string;
}

/** What is known of the signature beside an approval. */
export interface SignatureState {
  readonly state: 'none' | 'good' | 'bad' | 'unknown-key' | 'expired' | 'not-yet-valid' | 'no-signers';
  readonly fingerprint?: string;
}

/** An approval with the digest of its own file, which the next one of the document cites. */
export interface ApprovalRecord extends Entry<Approval> { readonly digest: string; readonly signature: SignatureState }

/** Who must sign a type of document. */
export interface ApprovalPolicy { readonly roles?: readonly string[]; readonly distinct?: boolean; readonly level?: number }

/** Where an approval belongs: `approvals/AB-QP-01/A-1/approve-p01.yaml`. A confirmation, given every year, carries its day as well. */
export function approvalPath({ document, revision, role, person, at }: Pick<Approval, 'document' | 'revision' | 'role' | 'person' | 'at'>): string {
  const name = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `approvals/${name(document)}/${name(revision)}/${role}-${name(person)}${role === 'confirm' ? `-${at.slice(0, 10)}` : ''}.yaml`;
}

/** The order of signing within a revision. */
export function signingOrder(role: ApprovalRole): number {
  return approvalRoles.indexOf(role);
}
