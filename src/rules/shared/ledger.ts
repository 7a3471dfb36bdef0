import type { ApprovalPolicy, ApprovalRecord, ApprovalRole } from '#model/approval.ts';
import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import type { Text } from '#model/text.ts';

/** The approvals of a document's present revision, in order of time. */
export function approvalsNow({ index }: Project, document: Document): ApprovalRecord[] {
  return (index.approvals.get(document.value.id) ?? []).filter(({ value }) => value.revision === document.value.revision);
}

export function inRole(records: readonly ApprovalRecord[], role: ApprovalRole | string): ApprovalRecord[] {
  return records.filter(({ value }) => value.role === role);
}

/** What the workspace asks for documents of this type; undefined where it asks for no ledger. */
export function policyFor({ config }: Project, document: Document): ApprovalPolicy | undefined {
  return config.approval[document.value.type];
}

/** Documents that are put up for approval or beyond. */
export function submitted({ documents }: Project): Document[] {
  return documents.filter(({ value }) => value.status === 'approved' || value.status === 'effective');
}

/** What somebody did who signed in a role. */
export const signedAs: Readonly<Record<ApprovalRole, Text>> = {
  prepare: { en: 'prepared', 'zh-CN': '编制' }, review: { en: 'reviewed', 'zh-CN': '审核' }, approve: { en: 'approved', 'zh-CN': '批准' },
  withdraw: { en: 'withdrew', 'zh-CN': '作废' }, confirm: { en: 'confirmed', 'zh-CN': '复审确认' },
};

/** A person's printed name, the id where there is none. */
export function personName({ index }: Project, id: string): string {
  return index.people.get(id)?.value.name ?? id;
}
