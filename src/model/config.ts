import type { ApprovalPolicy } from './approval.ts';
import type { Severity } from './diagnostic.ts';
import type { Auditing } from './standard.ts';
import type { Locale, Wording } from './text.ts';

/** Numbers a workspace may set; months, days, characters and per cent as the names say. */
export const defaultThresholds = {
  review_months: 12, trial_months: 12, external_check_months: 6, justification_min_chars: 30, stub_min_chars: 60,
  audit_interval_months: 12, audit_notice_days: 5, review_interval_months: 12, retention_min_years: 3, appeal_days: 90,
  supplier_review_months: 12, nc_action_days: 30, nc_plan_days: 5, nc_verify_days: 5, nc_effect_months: 3, notice_days: 7, large_change_percent: 30, edition_revisions: 9,
} as const;
export type Thresholds = { readonly [name in keyof typeof defaultThresholds]: number };

/** Numbering patterns: literal text with `{n:2}` serial digits, `{block}`, `{parent}`, `{form}`, `{year}`. */
export type Numbering = Readonly<Record<string, string | readonly string[]>> & { readonly blocks?: Readonly<Record<string, string>> };

export const renderThemes = ['gbt9704', 'plain'] as const;
export type RenderTheme = (typeof renderThemes)[number];

/** `qms.yaml` with defaults filled in. */
export interface Config {
  readonly standard: string;
  readonly language: Locale;
  readonly organization: Wording;
  readonly today?: string;
  /** Until this day the system is being built: what is not written yet is a warning, not an error. */
  readonly building_until?: string;
  readonly ignore: readonly string[];
  readonly numbering: Numbering;
  readonly thresholds: Thresholds;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly schemas: readonly { readonly for: string; readonly file: string }[];
  readonly baseline?: string;
  /** How papers look. */
  readonly render: { readonly theme: RenderTheme };
  /** By document type: who must sign. */
  readonly approval: Readonly<Record<string, ApprovalPolicy>>;
  /** What is set otherwise than the standard pack has it. */
  readonly auditing: { readonly [key in keyof Auditing]?: Partial<Auditing[key]> };
}
