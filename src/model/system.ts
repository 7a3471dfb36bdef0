import type { Retention, Signature } from './document.ts';
import type { Wording } from './text.ts';

export interface Process {
  readonly id: string; readonly name: Wording; readonly block?: string; readonly type?: 'management' | 'core' | 'support'; readonly owner?: string;
  readonly clauses?: readonly string[]; readonly inputs?: readonly Wording[]; readonly outputs?: readonly Wording[]; readonly next?: readonly string[];
  readonly documents?: readonly string[]; readonly records?: readonly string[]; readonly indicators?: readonly string[];
  readonly criteria?: Wording; readonly resources?: Wording;
  readonly outsourced?: { readonly to?: string; readonly what?: Wording; readonly control?: Wording };
  readonly special?: { readonly why?: Wording; readonly validation?: string };
}
export interface Exclusion {
  readonly clause: string; readonly items?: readonly string[]; readonly justification?: Wording;
  readonly effect_on_ability?: Wording; readonly effect_on_responsibility?: Wording;
  readonly decided_by?: string; readonly decided_on?: string; readonly reviewed_on?: string; readonly statement?: string;
}
export interface Considered { readonly clause: string; readonly decision: string; readonly reasoning?: Wording; readonly decided_by?: string; readonly decided_on?: string }
/** A limit set by law or a higher office, in days. */
export interface ExternalLimit { readonly id: string; readonly subject?: Wording; readonly days: number; readonly day_type?: 'working' | 'calendar' }
export interface ExternalDocument {
  readonly id: string; readonly title: Wording; readonly aliases?: readonly string[]; readonly issuer?: Wording; readonly number?: string; readonly issued?: string;
  readonly in_force_from?: string; readonly standing?: 'in-force' | 'amended' | 'repealed' | 'not-yet-in-force'; readonly repealed_on?: string; readonly replaced_by?: string;
  readonly blocks?: readonly string[]; readonly holder?: string; readonly checked?: string; readonly limits?: readonly ExternalLimit[]; readonly retention?: Retention;
}
export interface Promise_ { readonly id: string; readonly text: Wording; readonly document?: string }
export interface Objective {
  readonly id: string; readonly statement: Wording; readonly metric?: Wording; readonly unit?: string; readonly target?: number; readonly direction?: 'at-least' | 'at-most' | 'exactly';
  readonly period?: 'month' | 'quarter' | 'half-year' | 'year' | 'once'; readonly from?: string; readonly until?: string; readonly due?: string; readonly source?: Wording;
  readonly owner?: string; readonly parent?: string; readonly promises?: readonly string[]; readonly limit?: string; readonly days_basis?: string;
  readonly blocks?: readonly string[]; readonly processes?: readonly string[]; readonly method?: Wording;
}
export interface Measurement { readonly objective: string; readonly period: string; readonly value: number; readonly sample?: number; readonly source?: string; readonly by?: string; readonly on?: string; readonly action?: string; readonly comment?: Wording }
export interface Supplier {
  readonly id: string; readonly name: Wording; readonly provides: Wording; readonly processes?: readonly string[]; readonly since?: string;
  readonly evaluation?: { readonly on?: string; readonly by?: string; readonly result?: string; readonly basis?: Wording; readonly record?: string };
  readonly review_due?: string; readonly status?: string; readonly role?: string;
}
export interface Course {
  readonly id: string; readonly topic: Wording; readonly category?: string; readonly for?: readonly string[]; readonly planned?: string; readonly held?: string; readonly hours?: number; readonly attendees?: number; readonly trainer?: Wording; readonly record?: string;
  readonly evaluation?: { readonly method?: Wording; readonly on?: string; readonly by?: string; readonly result?: Wording; readonly effective?: boolean };
}
export interface Asset { readonly id: string; readonly name: Wording; readonly category?: string; readonly site?: string; readonly keeper?: string; readonly count?: number; readonly maintenance?: { readonly interval_months?: number; readonly last?: string; readonly next?: string; readonly by?: string }; readonly backup?: Wording }
export interface WorkEnvironment { readonly site?: string; readonly requirement?: Wording; readonly check?: Wording }
export interface Device { readonly id: string; readonly name: Wording; readonly used_for?: Wording; readonly keeper?: string; readonly calibration?: { readonly interval_months?: number; readonly last?: string; readonly next?: string; readonly by?: Wording; readonly certificate?: string; readonly basis?: Wording } }
export interface DesignStep { readonly on?: string; readonly by?: string; readonly what?: Wording; readonly result?: Wording; readonly reviewed?: Signature; readonly record?: string }
export interface Design {
  readonly id: string; readonly name: Wording; readonly owner?: string; readonly plan?: string; readonly inputs?: readonly Wording[]; readonly outputs?: readonly Wording[];
  readonly stages?: readonly { readonly name: Wording; readonly due?: string; readonly done?: string }[];
  readonly reviews?: readonly DesignStep[]; readonly verification?: readonly DesignStep[]; readonly validation?: readonly DesignStep[]; readonly changes?: readonly DesignStep[];
}
export interface Channel { readonly id: string; readonly type?: string; readonly name: Wording; readonly site?: string; readonly keeper?: string; readonly count?: number; readonly document?: string; readonly revision?: string; readonly checked?: string; readonly records?: readonly string[] }
export interface Survey { readonly id: string; readonly name: Wording; readonly method?: string; readonly period?: string; readonly sent?: number; readonly returned?: number; readonly valid?: number; readonly satisfied?: number; readonly on?: string; readonly by?: string; readonly result?: Wording; readonly actions?: readonly string[]; readonly record?: string }
export interface Analysis { readonly id: string; readonly period?: string; readonly on?: string; readonly by?: string; readonly subject?: string; readonly sources?: readonly string[]; readonly result?: Wording; readonly decisions?: readonly Wording[]; readonly report?: string }
export interface Action {
  readonly id: string; readonly type: 'corrective' | 'preventive' | 'improvement'; readonly raised?: string; readonly by?: string; readonly source?: Wording; readonly problem?: Wording; readonly cause?: Wording; readonly action?: Wording;
  readonly owner?: string; readonly due?: string; readonly done?: string; readonly result?: Wording; readonly verification?: { readonly by?: string; readonly on?: string; readonly effective?: boolean; readonly seen?: Wording };
}
/** One controlled copy (分发号) of a document's revision. */
export interface Copy { readonly document: string; readonly revision?: string; readonly copy?: string; readonly holder?: string; readonly issued?: string; readonly received?: Signature; readonly recalled?: string; readonly destroyed?: Signature }
/** A filled form. */
export interface FilledRecord {
  readonly id: string; readonly form: string; readonly edition?: string; readonly unit?: string; readonly on?: string; readonly closed?: string; readonly fields?: Readonly<Record<string, unknown>>;
  readonly signed?: readonly { readonly field?: string; readonly by?: string; readonly on?: string }[]; readonly disposed?: { readonly on?: string; readonly by?: string; readonly how?: string; readonly approved?: string };
}
export interface Case {
  readonly no?: string; readonly type?: string; readonly received?: string; readonly accepted?: string; readonly decided?: string; readonly closed?: string; readonly limit_days?: number; readonly due?: string; readonly extended?: Signature;
  readonly examined_by?: string; readonly approved_by?: string; readonly officers?: readonly string[]; readonly card_shown?: boolean; readonly notice?: string; readonly opinions?: Wording; readonly replied?: string; readonly called_back?: string;
  readonly status?: string; readonly outcome?: string; readonly nonconformity?: string; readonly released?: Signature; readonly first_handler?: string;
}
export interface Stock { readonly id: string; readonly form?: Wording; readonly period?: string; readonly opening?: number; readonly received?: number; readonly issued?: number; readonly void?: number; readonly destroyed?: number; readonly closing?: number; readonly checked?: Signature; readonly record?: string }
