import type { Project } from '#model/project.ts';
import type { BlockEvidence } from './block.ts';
import type { ClauseEvidence } from './clause.ts';
import type { Scope } from './scope.ts';

/** A workspace with no more than what was chosen, for lists and papers; whether something is there or absent is asked of the whole. */
export function narrowed(project: Project, scope: Scope): Project {
  if (scope.whole) return project;
  const { registers, standard, documents } = project;
  return {
    ...project, documents: documents.filter((document) => document.value.type === 'external' || scope.holds(document)),
    standard: { ...standard, clauses: standard.clauses.filter(({ auditable, number }) => !auditable || scope.clauses.has(number)), blocks: standard.blocks.filter(({ id }) => scope.blocks.has(id)) },
    registers: {
      ...registers, copies: registers.copies.filter(({ value }) => documents.some((document) => document.value.id === value.document && scope.holds(document))),
      audits: registers.audits.filter(({ value }) => scope.holdsAudit(value.id)), plans: registers.plans.filter(({ value }) => scope.holdsAudit(value.id)), checklists: registers.checklists.filter(({ value }) => scope.holdsAudit(value.audit)),
      reports: registers.reports.filter(({ value }) => scope.holdsAudit(value.audit)), nonconformities: registers.nonconformities.filter(({ value }) => scope.holdsReport(value)),
    },
  };
}

/** The chosen clauses, without documents, audits and reports that are not handed over. */
export function chosenClauses(all: readonly ClauseEvidence[], scope: Scope): ClauseEvidence[] {
  return all.filter(({ clause }) => scope.clauses.has(clause.number)).map((one) => (scope.whole ? one : {
    ...one, documents: one.documents.filter(({ document }) => scope.holds(document)), records: one.records.filter(({ form }) => scope.holds(form)), audits: one.audits.filter(({ audit }) => scope.holdsAudit(audit.id)),
    findings: one.findings.filter(({ audit }) => scope.holdsAudit(audit)), reports: one.reports.filter(({ report }) => scope.holdsReport(report)),
  }));
}

/** The chosen blocks in the same way. */
export function chosenBlocks(all: readonly BlockEvidence[], scope: Scope): BlockEvidence[] {
  return all.filter(({ block }) => scope.blocks.has(block.id)).map((one) => (scope.whole ? one : {
    ...one, documents: one.documents.filter((document) => scope.holds(document)), records: one.records.filter(({ form }) => scope.holds(form)), audits: one.audits.filter(({ id }) => scope.holdsAudit(id)), reports: one.reports.filter(({ report }) => scope.holdsReport(report)),
  }));
}
