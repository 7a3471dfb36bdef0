import type { AuditFinding, PlannedAudit } from '#model/audit.ts';
import { lineOf } from '#model/body-places.ts';
import { inForce, type Document } from '#model/document.ts';
import type { Entry } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, clauseOf, compareClauses, isWithin, type Clause, type Item } from '#model/standard.ts';
import type { Exclusion } from '#model/system.ts';
import type { Text } from '#model/text.ts';
import { selectReports, type Selected } from '../nc-selection.ts';
import { evidences, type Evidence } from '../where.ts';
import { demandsOn } from './demands.ts';
import { auditsOf, dutiesOf } from './duties.ts';
import { foundOf, lookUp, showsHow, type Expected, type Found } from './expectations.ts';

/** A requirement and the lines that meet it. */
export interface MetItem { readonly item: Item; readonly excluded: boolean; readonly places: readonly Evidence[] }
/** A document that shows how, and the headings under which it does. */
export interface ShownBy { readonly document: Document; readonly sections: readonly { readonly title: string; readonly line: number }[] }
/** A form of the clause and the records filled by it in the workspace. */
export interface KeptRecord { readonly form: Document; readonly required: readonly Text[]; readonly filled: readonly Found[] }
/** An audit that the clause belonged to, and what its checklists say on it. */
export interface ClauseAudit { readonly audit: PlannedAudit; readonly rows: Readonly<Record<string, number>>; readonly reported: boolean }
export interface ClauseFinding { readonly finding: AuditFinding; readonly audit: string }

/** All that a workspace has to show for a clause. */
export interface ClauseEvidence {
  readonly clause: Clause;
  /** The entry that leaves the clause out as a whole. */
  readonly exclusion: Entry<Exclusion> | null;
  readonly lead: readonly string[]; readonly related: readonly string[];
  readonly items: readonly MetItem[]; readonly documents: readonly ShownBy[]; readonly records: readonly KeptRecord[];
  readonly audits: readonly ClauseAudit[]; readonly findings: readonly ClauseFinding[]; readonly reports: readonly Selected[];
  readonly asks: Text; readonly expected: readonly Expected[];
}

/** Every auditable clause in the order of the standard. */
export function clauseEvidences(project: Project): ClauseEvidence[] {
  const byClause = Map.groupBy(evidences(project), ({ item }) => clauseOf(item));
  const reports = selectReports(project);
  return auditableClauses(project.standard).toSorted((a, b) => compareClauses(a.number, b.number)).map((clause) => clauseEvidence(clause, project, byClause.get(clause.number) ?? [], reports));
}

function clauseEvidence(clause: Clause, project: Project, places: readonly Evidence[], reports: readonly Selected[]): ClauseEvidence {
  const { index, standard, registers } = project;
  const { number } = clause;
  const duties = dutiesOf(number, project);
  const custom = standard.evidence.clauses.find((one) => one.clause === number);
  const exclusion = index.excludedClauses.get(number) ?? null;
  return {
    clause, exclusion, lead: duties.flatMap(({ value }) => value.lead ?? []), related: duties.flatMap(({ value }) => value.related ?? []),
    items: (clause.items ?? []).map((item) => ({ item, excluded: index.excludedItems.has(item.id), places: places.filter((place) => place.item === item.id) })),
    documents: shownBy(number, project), records: recordsOf(number, project),
    audits: auditsOf(number, project).map(({ value }) => ({ audit: value, rows: judged(value.id, number, project), reported: registers.reports.some((report) => report.value.audit === value.id) })),
    findings: registers.reports.flatMap(({ value }) => (value.findings ?? []).filter(({ item }) => item !== undefined && clauseOf(item) === number).map((finding) => ({ finding, audit: value.audit }))),
    reports: reports.filter((one) => one.clause !== undefined && isWithin(one.clause, number)),
    asks: custom?.asks ?? { en: '', 'zh-CN': '' },
    expected: exclusion ? [] : [...demandsOn(clause, project), ...(custom?.expects ?? []).map((one) => lookUp(one, project, number))],
  };
}

/** Manual first, then by type and number, as the pyramid of documents has it. */
function shownBy(clause: string, { documents, today }: Project): ShownBy[] {
  return documents.filter((document) => document.value.type !== 'form' && document.value.type !== 'external' && inForce(document, today) && showsHow(document, clause)).toSorted(inRank).map((document) => ({
    document,
    sections: [...new Set(document.body.claims.filter(({ item }) => clauseOf(item) === clause).map(({ section }) => section))].flatMap((at) => {
      const section = document.body.sections[at];
      return section ? [{ title: [section.number, section.title].filter(Boolean).join(' '), line: lineOf(document.body, 'sections', at) }] : [];
    }),
  }));
}

const ranks: readonly string[] = ['manual', 'procedure', 'rule', 'work-instruction', 'plan'];
function inRank({ value: a }: Document, { value: b }: Document): number {
  return ranks.indexOf(a.type) - ranks.indexOf(b.type) || (a.id < b.id ? -1 : 1);
}

/** Forms that stand for a record the standard wants here, and those of procedures that name the clause. */
function recordsOf(clause: string, { documents, registers, standard, index, today }: Project): KeptRecord[] {
  const wanted = new Map(standard.records.filter((record) => record.clause === clause).map(({ id, title }) => [id, title]));
  const ofClause = ({ value }: Document): boolean => (value.evidences ?? []).some((id) => wanted.has(id)) || (index.documents.get(value.procedure ?? '') ?? []).some((document) => (document.value.clauses ?? []).includes(clause));
  const filled = Map.groupBy(registers.records, ({ value }) => value.form);
  return documents.filter((form) => form.value.type === 'form' && inForce(form, today) && ofClause(form)).map((form) => ({
    form, required: (form.value.evidences ?? []).flatMap((id) => wanted.get(id) ?? []), filled: (filled.get(form.value.id) ?? []).map((record) => foundOf(record)),
  }));
}

/** Rows of an audit's checklists on a clause, counted by judgement. */
function judged(audit: string, clause: string, { registers }: Project): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { value } of registers.checklists) {
    if (value.audit !== audit) continue;
    for (const { item, judgement } of value.rows ?? []) if (item !== undefined && judgement !== undefined && clauseOf(item) === clause) counts[judgement] = (counts[judgement] ?? 0) + 1;
  }
  return counts;
}
