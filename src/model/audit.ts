import type { Signature } from './document.ts';
import type { Wording } from './text.ts';

export interface PlannedAudit { readonly id: string; readonly planned?: string; readonly held?: string; readonly units?: readonly string[]; readonly processes?: readonly string[]; readonly clauses?: readonly string[]; readonly blocks?: readonly string[]; readonly leader?: string; readonly team?: readonly string[]; readonly weight?: number; readonly reason?: Wording; readonly status?: string; readonly replanned?: string }
/** A sample of sites that stands for all of `units`. */
export interface SiteSampling { readonly policy: string; readonly seed?: string; readonly units: readonly string[]; readonly reason?: Wording }
export interface AuditProgramme { readonly year: string; readonly purpose?: Wording; readonly criteria?: readonly Wording[]; readonly scope?: Wording; readonly interval_months?: number; readonly method?: Wording; readonly sampling?: SiteSampling; readonly prepared?: Signature; readonly approved?: Signature; readonly audits?: readonly PlannedAudit[] }
export interface Sitting { readonly on?: string; readonly from?: string; readonly until?: string; readonly unit?: string; readonly process?: string; readonly clauses?: readonly string[]; readonly auditors?: readonly string[]; readonly interviewee?: string }
export interface AuditPlan { readonly id: string; readonly purpose?: Wording; readonly scope?: Wording; readonly criteria?: readonly Wording[]; readonly from?: string; readonly until?: string; readonly leader?: string; readonly team?: readonly { readonly person: string; readonly role?: Wording }[]; readonly timetable?: readonly Sitting[]; readonly opening?: string; readonly opening_time?: string; readonly closing?: string; readonly closing_time?: string; readonly sent?: string; readonly prepared?: Signature; readonly approved?: Signature; readonly distribution?: readonly string[] }
export interface ChecklistRow { readonly no?: number; readonly item?: string; readonly question?: Wording; readonly method?: string; readonly sample?: string; readonly evidence?: string; readonly document?: string; readonly judgement?: string; readonly nonconformity?: string; readonly attachments?: readonly string[]; readonly note?: string }
export interface AuditChecklist { readonly audit: string; readonly unit?: string; readonly process?: string; readonly auditor?: string; readonly on?: string; readonly rows?: readonly ChecklistRow[] }
export interface AuditFinding { readonly id: string; readonly item?: string; readonly unit?: string; readonly grade?: string; readonly fact?: Wording; readonly criterion?: string; readonly evidence?: string; readonly nonconformity?: string }
export interface AuditReport { readonly audit: string; readonly summary?: Wording; readonly units?: readonly string[]; readonly strengths?: readonly Wording[]; readonly weaknesses?: readonly Wording[]; readonly findings?: readonly AuditFinding[]; readonly conclusion?: { readonly conformity?: Wording; readonly implementation?: Wording; readonly effectiveness?: Wording }; readonly follow_up?: Wording; readonly recommendations?: readonly Wording[]; readonly distribution?: readonly string[]; readonly prepared?: Signature; readonly reviewed?: Signature; readonly approved?: Signature }
/** The work on a nonconformity: once over, or again after a first attempt did not last. */
export interface Treatment {
  readonly correction?: { readonly what?: Wording; readonly by?: string; readonly done?: string };
  readonly cause?: { readonly method?: string; readonly whys?: readonly Wording[]; readonly root?: Wording; readonly category?: string; readonly by?: string; readonly on?: string };
  readonly action?: { readonly what?: Wording; readonly owner?: string; readonly due?: string; readonly planned?: string; readonly done?: string; readonly evidence?: string; readonly extended?: readonly Extension[] };
  readonly extent?: { readonly checked?: Wording; readonly result?: Wording }; readonly agreed?: Signature; readonly verification?: Verification;
  readonly effect_check?: Verification & { readonly due?: string }; readonly closed?: string;
}
export interface Extension { readonly until?: string; readonly reason?: Wording; readonly by?: string; readonly on?: string }
export interface Verification { readonly by?: string; readonly on?: string; readonly seen?: Wording; readonly evidence?: string; readonly effective?: boolean }
export interface Nonconformity extends Treatment {
  readonly id: string; readonly source?: string; readonly audit?: string; readonly unit?: string; readonly site?: string; readonly guide?: string; readonly process?: string; readonly clause?: string; readonly item?: string; readonly document?: string; readonly section?: string;
  readonly grade?: string; readonly type?: string; readonly status?: string; readonly found?: Signature; readonly leader?: string; readonly fact?: { readonly statement?: Wording; readonly where?: string; readonly when?: string; readonly rule?: string }; readonly accepted?: Signature;
  readonly rounds?: readonly (Treatment & { readonly by?: string; readonly on?: string; readonly reason?: Wording })[];
  readonly replaced_by?: string; readonly repeats?: string;
}
export interface Decision { readonly id: string; readonly item?: string; readonly decision?: Wording; readonly owner?: string; readonly due?: string; readonly done?: string; readonly verified?: Signature; readonly evidence?: string }
export interface ManagementReview { readonly id: string; readonly year?: string; readonly planned?: string; readonly held?: string; readonly chair?: string; readonly attended?: readonly string[]; readonly inputs?: readonly { readonly item: string; readonly summary?: Wording; readonly source?: string }[]; readonly conclusion?: Readonly<Record<string, Wording>>; readonly decisions?: readonly Decision[]; readonly previous?: string; readonly approved?: Signature }
