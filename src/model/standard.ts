import type { Basis } from './diagnostic.ts';
import type { Text } from './text.ts';

/** A management-system standard as data; see schemas/standards/. */
export interface Standard {
  readonly id: string; readonly title: Text;
  readonly blocks: readonly { readonly id: string; readonly title: Text }[];
  readonly kinds: readonly { readonly id: string; readonly title: Text; readonly method: Text }[];
  readonly clauses: readonly Clause[];
  readonly procedures: readonly RequiredProcedure[];
  readonly records: readonly RequiredRecord[];
  readonly manual: { readonly clause: string; readonly contents: readonly { readonly id: string; readonly item: string; readonly text: Text }[] };
  /** Clauses that faults of the organization chart fall under. */
  readonly organization: { readonly responsibility: string; readonly representative: string; readonly competence: string };
  readonly exclusions: {
    readonly root: string; readonly statement_item: string; readonly design: string;
    /** Registers (keys of Registers) whose entries show that the activity of a clause exists. */
    readonly activities: readonly { readonly clause: string; readonly registers: readonly string[] }[];
    readonly rules: readonly { readonly id: string; readonly text: Text; readonly clause: string; readonly severity: string }[];
  };
  readonly review: {
    /** `from`: what of a workspace the input is assembled from; `sources`: the papers it usually comes from. */
    readonly inputs: readonly { readonly id: string; readonly item: string; readonly text: Text; readonly from?: readonly string[]; readonly sources?: readonly Text[] }[];
    readonly outputs: readonly { readonly id: string; readonly item: string; readonly text: Text }[];
  };
  readonly practices: readonly Practice[];
  readonly auditing: Auditing;
  readonly questions: AuditQuestions;
  readonly evidence: EvidenceCustoms;
}
/** What an auditor of a certification body asks for, and expects to find ready. `months`: how far back an entry may lie unless an expectation says otherwise. */
export interface EvidenceCustoms {
  readonly months: number;
  /** When documents are read before the visit. */
  readonly first_stage: Expectations;
  readonly clauses: readonly ({ readonly clause: string } & Expectations)[];
  readonly blocks: readonly ({ readonly block: string } & Expectations)[];
}
export interface Expectations { readonly asks: Text; readonly expects: readonly Expectation[] }
/** Looked up in a list of Registers or in `documents`; without `from` it is shown on the site. See schemas/standards/<id>/evidence.yaml. */
export interface Expectation extends Text {
  readonly from?: string; readonly claiming?: boolean; readonly where?: Readonly<Record<string, string | true | readonly string[]>>;
  readonly every?: readonly string[]; readonly dated?: string; readonly months?: number; readonly age?: number; readonly least?: number;
}
/** What an auditor asks item by item, and from what a sample is drawn; `draw` names lists of Registers, `documents` or `environment`. */
export interface AuditQuestions {
  /** Bounds of a sample; between them it is the square root of what there is. */
  readonly sampling: { readonly least: number; readonly most: number };
  /** Asked where a clause is excluded ({clause}, {title}), and at each step of a process ({step}) of what is `followed` through it. */
  readonly exclusion: Text; readonly step: Text; readonly followed: readonly string[];
  readonly clauses: readonly { readonly clause: string; readonly draw: readonly string[]; readonly items: Readonly<Record<string, Text & { readonly method: string }>> }[];
}
/** How internal audits are commonly laid out: custom that a workspace may set otherwise. Times are HH:MM. */
export interface Auditing {
  /** Clauses asked in every unit, and those asked of top management itself. */
  readonly common: readonly string[]; readonly top_management: readonly string[];
  /** Points of a unit's weight: where everybody starts and what each reason adds; from `twice_from` on a unit is audited twice a year. */
  readonly weight: Readonly<Record<'start' | WeightReason | 'twice_from', number>>;
  /** Months (1 to 12) that audits are laid in. */
  readonly months: readonly number[];
  /** Most units of one audit. */
  readonly units: number;
  /** Kinds of unit that do the same work at many sites. */
  readonly sites: readonly string[];
  /** Factor of √n by policy. */
  readonly sampling: Readonly<Record<string, number>>;
  readonly day: { readonly opening: Session; readonly sessions: readonly Session[]; readonly closing: Session };
}
export type Session = readonly [from: string, until: string];
export type WeightReason = 'serves' | 'changed' | 'results' | 'complaints' | 'open';
export interface Clause {
  readonly number: string; readonly title: Text; readonly parent: string | null; readonly auditable: boolean; readonly excludable: boolean;
  readonly blocks?: readonly string[]; readonly lead?: Text; readonly evidence?: readonly Text[]; readonly items?: readonly Item[];
}
/** One requirement, in our own words; `id` is our running letter, not the standard's. */
export interface Item {
  readonly id: string; readonly ref: string; readonly kind: string; readonly text: Text;
  readonly conditional?: boolean; readonly record?: string;
}
/** A procedure that the standard wants in writing, with the points it must settle. */
export interface RequiredProcedure {
  readonly clause: string; readonly title: Text; readonly item: string;
  readonly points: readonly { readonly id: string; readonly text: Text }[];
}
export interface RequiredRecord {
  readonly id: string; readonly clause: string; readonly item: string; readonly title: Text;
  readonly conditional: boolean; readonly dropped_if_excluded: boolean;
}
/** A bad practice an auditor knows, and the codes that find it. */
export interface Practice {
  readonly id: string; readonly codes: readonly string[]; readonly basis: Basis; readonly grade: string;
  readonly clause: string; readonly check: Text; readonly rationale: Text;
}

/** The clause an item or point id belongs to: `8.2.2-c` → `8.2.2`. */
export function clauseOf(item: string): string {
  return item.slice(0, item.lastIndexOf('-'));
}

/** True when `clause` is `ancestor` or lies below it. Numbers are compared part by part: 8.2 is not above 8.20. */
export function isWithin(clause: string, ancestor: string): boolean {
  return clause === ancestor || clause.startsWith(`${ancestor}.`);
}

/** Clause numbers in the order of the standard: 4.2 before 4.10. */
export function compareClauses(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = Number(left[index] ?? -1) - Number(right[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function findClause(standard: Standard, number: string): Clause | undefined {
  return standard.clauses.find((clause) => clause.number === number);
}

export function findItem(standard: Standard, id: string): Item | undefined {
  return findClause(standard, clauseOf(id))?.items?.find((item) => item.id === id);
}

/** The words of an item or of a procedure's point. */
export function requirementText(standard: Standard, id: string): Text | undefined {
  return findItem(standard, id)?.text
    ?? standard.procedures.flatMap((procedure) => procedure.points).find((point) => point.id === id)?.text;
}

export function auditableClauses(standard: Standard): readonly Clause[] {
  return standard.clauses.filter((clause) => clause.auditable);
}
