import type { BodyFacts } from './facts.ts';
import type { Entry } from './place.ts';
import type { Wording } from './text.ts';

export const documentTypes = ['manual', 'procedure', 'work-instruction', 'rule', 'form', 'plan', 'external'] as const;
export type DocumentType = (typeof documentTypes)[number];
export const statuses = ['draft', 'review', 'approved', 'effective', 'obsolete', 'retained'] as const;
export type Status = (typeof statuses)[number];

export interface Signature { readonly by: string; readonly on: string }
export interface DayLimit {
  readonly subject?: Wording; readonly days: number; readonly day_type?: 'working' | 'calendar';
  readonly from?: Wording; readonly basis?: readonly string[]; readonly limit?: string;
}
export interface Change {
  readonly revision: string; readonly on?: string; readonly section?: string;
  readonly summary?: Wording; readonly reason?: Wording; readonly request?: string; readonly by?: string;
}
export interface Retention { readonly years?: number; readonly permanent?: boolean; readonly term?: 'long' | 'short'; readonly basis?: string }
export interface FormField { readonly id: string; readonly label: Wording; readonly type: string; readonly required?: boolean; readonly options?: readonly string[] }
export interface Milestone { readonly id: string; readonly name: Wording; readonly due?: string; readonly done?: string; readonly owner?: string }

/** Front matter of a controlled document (4.2.3). Dates are YYYY-MM-DD, ids and clause numbers strings. */
export interface DocumentMeta {
  readonly type: DocumentType; readonly id: string; readonly title: Wording; readonly revision?: string; readonly status?: Status;
  readonly blocks?: readonly string[]; readonly clauses?: readonly string[]; readonly owner?: string; readonly trial_until?: string;
  readonly prepared?: Signature; readonly reviewed?: Signature; readonly approved?: Signature;
  readonly effective?: string; readonly review_due?: string;
  readonly distribution?: readonly (string | { readonly holder: string; readonly copy?: string })[];
  readonly records?: readonly string[]; readonly references?: readonly string[]; readonly supersedes?: string; readonly change_request?: string; readonly attachments?: readonly string[];
  readonly part_of?: string; readonly order?: number; readonly public?: readonly string[];
  readonly limits?: readonly DayLimit[]; readonly changes?: readonly Change[];
  // form
  readonly procedure?: string; readonly fields?: readonly FormField[]; readonly retention?: Retention; readonly keeper?: string;
  readonly disposal?: string; readonly medium?: string; readonly evidences?: readonly string[];
  // plan
  readonly milestones?: readonly Milestone[];
  // external
  readonly issuer?: string; readonly number?: string; readonly issued?: string; readonly in_force_from?: string; readonly standing?: string;
  readonly replaced_by?: string; readonly repealed_on?: string; readonly checked?: string; readonly aliases?: readonly string[];
}

/** A controlled document: its front matter is the entry's value. */
export interface Document extends Entry<DocumentMeta> { readonly body: BodyFacts }

/** In force on that day: approved or effective, its first day come, and not a trial that has run out. */
export function inForce(document: Document, today: string): boolean {
  const { status, effective, trial_until } = document.value;
  const begun = effective === undefined ? status === 'effective' : effective <= today;
  return (status === 'effective' || status === 'approved') && begun && (trial_until === undefined || trial_until >= today);
}

/** Withdrawn from use, whether thrown away or kept for knowledge. */
export function isObsolete(document: Document): boolean {
  return document.value.status === 'obsolete' || document.value.status === 'retained';
}
