import { lineOf } from '#model/body-places.ts';
import { addMonths } from '#model/calendar.ts';
import { intervalOf } from '#model/audit-coverage.ts';
import { inForce } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import type { Clause } from '#model/standard.ts';
import type { Text } from '#model/text.ts';
import { foundOf, showsHow, type Expected, type ExpectedState, type Found } from './expectations.ts';
import { auditsOf, dutiesOf } from './duties.ts';
import { namedActor } from './told.ts';

const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
const stateOf = (found: readonly unknown[], lacking: readonly unknown[]): ExpectedState => (found.length === 0 ? 'absent' : lacking.length > 0 ? 'part' : 'present');

/** What every clause is asked for: lines that meet it, a unit in charge, the procedure and the records that the standard wants, an audit within the interval. */
export function demandsOn(clause: Clause, project: Project): Expected[] {
  return [...met(clause, project), inCharge(clause, project), ...procedure(clause, project), ...records(clause, project), audited(clause, project)];
}

function met(clause: Clause, { documents, index, today }: Project): Expected[] {
  const items = (clause.items ?? []).filter(({ id }) => !index.excludedItems.has(id));
  if (items.length === 0) return [];
  const claimed = new Map(documents.filter((document) => inForce(document, today)).flatMap(({ path, body }) => body.claims.map(({ item }, at) => [item, { path, line: lineOf(body, 'claims', at) }] as const)));
  const found = items.flatMap(({ id }): Found[] => (claimed.has(id) ? [{ label: id, spot: claimed.get(id) as Found['spot'] }] : []));
  const lacking = items.filter(({ id }) => !claimed.has(id)).map(({ id }): Found => ({ label: id, spot: { path: '', line: 0 } }));
  return [{ text: t('Each requirement met by a line of a document in force', '每项要求都有现行文件的条文落实'), state: stateOf(found, lacking), found, lacking }];
}

function inCharge({ number }: Clause, project: Project): Expected {
  const rows = dutiesOf(number, project).filter(({ value }) => value.lead?.length);
  return { text: t('A unit in charge', '主管部门'), state: stateOf(rows, []), found: rows.flatMap(({ value, path }) => (value.lead ?? []).map((unit) => ({ label: namedActor(unit, project), spot: { path, line: 0 } }))), lacking: [] };
}

/** A written procedure that lets a point open is there in part. */
function procedure(clause: Clause, { standard, documents, today }: Project): Expected[] {
  return standard.procedures.filter((one) => one.clause === clause.number).map(({ title, points }) => {
    const written = documents.filter((document) => document.value.type === 'procedure' && inForce(document, today) && showsHow(document, clause.number));
    const settled = new Set(written.flatMap(({ body }) => body.claims.map(({ item }) => item)));
    const lacking = written.length === 0 ? [] : points.filter(({ id }) => !settled.has(id)).map(({ id }): Found => ({ label: id, spot: { path: '', line: 0 } }));
    return { text: t(`Written procedure in force: ${title.en}`, `现行的成文程序：${title['zh-CN']}`), state: stateOf(written, lacking), found: written.map((document) => foundOf(document)), lacking };
  });
}

function records(clause: Clause, { standard, documents, index, today }: Project): Expected[] {
  return standard.records.filter((record) => record.clause === clause.number && !index.excludedItems.has(record.item)).flatMap(({ id, title, conditional }): Expected[] => {
    const forms = documents.filter((form) => form.value.type === 'form' && form.value.evidences?.includes(id) && inForce(form, today));
    return forms.length === 0 && conditional ? [] : [{ text: t(`Form in use for the record: ${title.en}`, `在用的记录表单：${title['zh-CN']}`), state: stateOf(forms, []), found: forms.map((form) => foundOf(form)), lacking: [] }];
  });
}

function audited({ number }: Clause, project: Project): Expected {
  const months = intervalOf(project, project.registers.programmes.map(({ value }) => value));
  const since = addMonths(project.today, -months);
  const audits = auditsOf(number, project).filter(({ value: { held } }) => held !== undefined && held > since && held <= project.today);
  return { text: t(`Internal audit within ${months} months`, `${months} 个月内的内部审核`), state: stateOf(audits, []), found: audits.map((audit) => foundOf(audit)), lacking: [] };
}

