import type { ApprovalPolicy, ApprovalRecord, ApprovalRole } from '#model/approval.ts';
import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';

/** The approvals of a document's present revision, in order of time. */
export function approvalsNow({ approvals }: Project, document: Document): ApprovalRecord[] {
  return approvals.filter(({ value }) => value.document === document.value.id && value.revision === document.value.revision);
}

export function inRole(records: readonly ApprovalRecord[], role: ApprovalRole | string): ApprovalRecord[] {
  return records.filter(({ value }) => value.role === role);
}

/** What the workspace asks for documents of this type; undefined where it asks for no ledger. */
export function policyFor({ config }: Project, document: Document): ApprovalPolicy | undefined {
  return config.approval[document.value.type];
}

/** Documents that are put up for approval or beyond, each with its own copy of the facts' digest. */
export function submittedWithDigest({ documents, files }: Project): { document: Document; digest: string }[] {
  const digests = new Map(files.map(({ path, digest }) => [path, digest]));
  return documents.filter(({ value }) => value.status === 'approved' || value.status === 'effective')
    .map((document) => ({ document, digest: digests.get(document.path) ?? '' }));
}

/** A person's printed name, the id where there is none. */
export function personName({ index }: Project, id: string): string {
  return index.people.get(id)?.value.name ?? id;
}
