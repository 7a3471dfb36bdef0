import { inForce, type Document } from '#model/document.ts';
import type { Finding } from '#model/diagnostic.ts';
import { spot } from '#model/place.ts';
import type { Project } from '#model/project.ts';
import type { RequiredRecord } from '#model/standard.ts';
import { clausePlace } from './clause-place.ts';

/** Findings for required records, conditional ones or the others, that no form in force evidences. */
export function* missingForms(project: Project, conditional: boolean): Generator<Finding> {
  for (const record of project.standard.records.filter((one) => one.conditional === conditional)) {
    if (record.dropped_if_excluded && project.index.excludedItems.has(record.item)) continue;
    const forms = project.documents.filter(({ value }) => value.type === 'form' && value.evidences?.includes(record.id));
    if (forms.some((form) => inForce(form, project.today))) continue;
    yield missing(project, record, forms[0]);
  }
}

function missing(project: Project, record: RequiredRecord, form: Document | undefined): Finding {
  const shared = { clauses: [record.clause] };
  return form
    ? { ...shared, at: spot(form, 'status'), message: 'not-in-force', args: { record: record.id, title: record.title, form: form.value.id } }
    : { ...shared, at: clausePlace(project, record.clause), message: 'found', args: { record: record.id, title: record.title, clause: record.clause } };
}
