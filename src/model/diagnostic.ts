import type { Place, Spot } from './place.ts';
import type { Text, Wording } from './text.ts';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Where a demand comes from: an auditor must not mistake custom for a demand of the standard. */
export const bases = ['standard', 'practice', 'law', 'own-rule', 'tool'] as const;
export type Basis = (typeof bases)[number];

/** Values for the place-holders of a message. Words are put into the reader's language at the edge. */
export type Args = Readonly<Record<string, string | number | Wording>>;

/** What a rule says: a place, which of its messages, and the values to put in. No prose. */
export interface Finding {
  readonly at: Spot;
  readonly message: string;
  readonly args?: Args;
  readonly clauses?: readonly string[];
  /** Where this one demand comes from, when it differs from what the code says. */
  readonly basis?: Basis;
  readonly related?: readonly Spot[];
  readonly fix?: readonly Edit[];
  /** Codes (`code`, `code:message` or, of a schema's demands, `code@requirement`) that tell the same fault better, and what the two must have in common. */
  readonly coveredBy?: Covering;
}

/**
 * What a finding has in common with the one that covers it: nothing but the workspace, a clause, the requirement item
 * (a finding on the whole clause counts too), or the entry or document it stands in.
 */
export type Covering = Readonly<Record<string, 'workspace' | 'clause' | 'item' | 'entry'>>;

/** A replacement of the text at a place. An empty stretch inserts. */
export interface Edit { readonly at: Place; readonly text: string }

/** A finding with the code that made it. */
export interface CodedFinding extends Finding { readonly code: string }

/** One complaint, ready to be told: permanent code, severity, true places. */
export interface Diagnostic extends Omit<CodedFinding, 'at' | 'related' | 'coveredBy'> {
  readonly severity: Severity;
  readonly basis: Basis;
  readonly at: Place;
  readonly related: readonly Place[];
  readonly clauses: readonly string[];
  /** 16 hex digits that stay when lines move: code, path, message, values and the text of the line. */
  readonly fingerprint: string;
}

/** Everything there is to say about a code, in both languages. */
export interface CodeDef {
  readonly code: string;
  readonly severity: Severity;
  /** Severity as long as the system is being built (`building_until` in qms.yaml), for codes that tell of what is not written yet. */
  readonly whileBuilding?: Severity;
  /** Defaults to what the standard pack's practices say of the code, else 'tool'. */
  readonly basis?: Basis;
  readonly title: Text;
  readonly why: Text;
  readonly messages: Readonly<Record<string, Text>>;
}

/** Code-point order of path, then place, then code: the order of every list of diagnostics. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return compareCodePoints(a.at.path, b.at.path)
    || a.at.position.start.line - b.at.position.start.line
    || a.at.position.start.column - b.at.position.start.column
    || compareCodePoints(a.code, b.code)
    || compareCodePoints(a.message, b.message)
    || compareCodePoints(JSON.stringify(a.args ?? {}), JSON.stringify(b.args ?? {}))
    || compareCodePoints(a.fingerprint, b.fingerprint);
}

/** Same order on every machine and in every locale. */
export function compareCodePoints(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
