import type { Wording } from './text.ts';

export interface Unit { readonly id: string; readonly name: Wording; readonly block?: string; readonly blocks?: readonly string[]; readonly parent?: string; readonly kind?: string; readonly site?: string; readonly head?: string }
export interface Site { readonly id: string; readonly name: Wording; readonly address?: Wording }
export interface Competence { readonly education?: Wording; readonly training?: readonly Wording[]; readonly skills?: readonly Wording[]; readonly experience?: Wording }
export interface Post {
  readonly id: string; readonly name: Wording; readonly unit: string; readonly count?: number; readonly duties?: readonly Wording[];
  readonly competence?: Competence; readonly requires?: readonly string[]; readonly deputy?: string;
}
/** `from` and `until` bound the days on which the qualification holds. */
export interface Qualification { readonly kind: string; readonly number?: string; readonly from?: string; readonly until?: string; readonly issuer?: string }
export interface Person { readonly id: string; readonly name: string; readonly unit: string; readonly posts?: readonly string[]; readonly since?: string; readonly until?: string; readonly qualifications?: readonly Qualification[] }
export interface Body { readonly id: string; readonly name: Wording; readonly chair?: string; readonly members?: readonly string[]; readonly task?: Wording; readonly rule?: string }
export interface Organization {
  readonly name?: Wording; readonly units?: readonly Unit[]; readonly sites?: readonly Site[]; readonly posts?: readonly Post[];
  readonly people?: readonly Person[]; readonly bodies?: readonly Body[];
  readonly top_management?: string; readonly representative?: string;
  readonly appointment?: { readonly document?: string; readonly on?: string };
}
/** Which units lead (●) and which are related (○) for a clause: one row of the 职能分配表. */
export interface Responsibility { readonly clause: string; readonly lead?: readonly string[]; readonly related?: readonly string[] }
