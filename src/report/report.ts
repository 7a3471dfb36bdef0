import type { CodeDef, Diagnostic, Severity } from '#model/diagnostic.ts';
import type { Locale } from '#model/text.ts';

/** What was looked at: every run says so, because a check of nothing must not be green. */
export interface Checked {
  readonly files: number; readonly documents: number; readonly registers: number;
  readonly clauses: number; readonly items: number; readonly excluded: number;
  readonly suppressed: number; readonly baseline: number; readonly standard: string;
  /** The day until which the system is being built, '' when it stands. */
  readonly buildingUntil: string;
}

/** What was looked at where that is no workspace: sentences for people, figures for machines. */
export interface Looked { readonly said: readonly string[]; readonly figures: Readonly<Record<string, unknown>> }

/** All a reporter needs; it reads nothing and prints nothing. */
export interface ReportInput {
  readonly diagnostics: readonly Diagnostic[];
  readonly checked: Checked | Looked;
  readonly codes: ReadonlyMap<string, CodeDef>;
  readonly locale: Locale;
  readonly color: boolean;
  readonly version: string;
  /** The workspace's folder as seen from where the reader stands, '' when they are the same: paths are told from there. */
  readonly base: string;
  /** Text of a line, '' where there is none. */
  lineAt(path: string, line: number): string;
}

export type Reporter = (input: ReportInput) => string;

export function countBySeverity(diagnostics: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
