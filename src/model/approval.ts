import type { Document } from './document.ts';
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

/** Where an approval belongs: `approvals/AB-QP-01/A-1/approve-p01.yaml`. */
export function approvalPath({ document, revision, role, person }: Pick<Approval, 'document' | 'revision' | 'role' | 'person'>): string {
  const name = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `approvals/${name(document)}/${name(revision)}/${role}-${name(person)}.yaml`;
}

/** The order of signing within a revision. */
export function signingOrder(role: ApprovalRole): number {
  return approvalRoles.indexOf(role);
}

/** Other files that reach the pages of a document: its pictures and what it includes. Paths from the workspace. */
export function reachingFiles(document: Document): string[] {
  const folder = document.path.includes('/') ? document.path.slice(0, document.path.lastIndexOf('/')) : '';
  const urls = [
    ...document.body.links.filter(({ image }) => image).map(({ url }) => url),
    ...document.body.directives.filter(({ name }) => name === 'include').flatMap(({ attributes }) => attributes['file'] ?? []),
  ];
  return [...new Set(urls.filter((url) => !/^[a-z][a-z0-9+.-]*:|^#|^\//i.test(url)).map((url) => join(folder, decodeURI(url.replace(/[?#].*$/, '')))))].sort();
}

function join(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
