import type { Nonconformity } from './audit.ts';
import { dateFaults } from './nonconformity-dates.ts';
import { fieldsOf, valueAt, type Field } from './nonconformity-fields.ts';
import { put, type Refusal, type StepValues } from './nonconformity-steps.ts';
import { faultWords as say } from './nonconformity-words.ts';
import { clauseOf } from './standard.ts';

/** A new report from what was filled in; what a report that it takes the place of says of the fault is taken over. */
export function fill(start: Nonconformity, values: StepValues, replaced: Nonconformity | undefined): Nonconformity {
  let report: Nonconformity = start;
  for (const [path, value] of Object.entries(values)) report = put(report, path.split('/'), value) as Nonconformity;
  if (report.audit && !report.source) report = { ...report, source: 'audit' };
  if (replaced) {
    const { source, audit, unit, site, process, clause, item, document, section, grade, type } = replaced;
    const inherited = Object.fromEntries(Object.entries({ source, audit, unit, site, process, clause, item, document, section, grade, type }).filter(([, value]) => value !== undefined));
    report = { ...inherited, ...report, repeats: replaced.id };
  }
  if (report.item && !report.clause) report = { ...report, clause: clauseOf(report.item) };
  return { ...report, status: 'open' };
}

/** What a report cannot be opened without; `whole`: and what its acceptance will ask for, where somebody can be asked now. */
export function openingGaps(report: Nonconformity, whole: boolean): Field[] {
  const wanted = new Set(['source', 'unit', 'clause', 'grade', 'found/by', 'fact/statement', ...(report.source === 'audit' ? ['audit'] : []), ...(whole ? ['fact/where', ...(report.document ? [] : ['fact/rule'])] : [])]);
  return fieldsOf.open.filter(({ path }) => wanted.has(path) && valueAt(report, path) === undefined);
}

/** Days out of order or yet to come. */
export function openingFaults(report: Nonconformity, today: string): Refusal['faults'] {
  const days = fieldsOf.open.filter(({ kind }) => kind === 'day' || kind === 'today').flatMap(({ path, label }) => {
    const day = valueAt(report, path);
    return typeof day === 'string' && day > today ? [{ text: say.future, args: { what: label, day, today } }] : [];
  });
  return [...days, ...dateFaults(report).map(({ later, on, earlier, before }) => ({ text: say.order, args: { later, on, earlier, before } }))];
}
