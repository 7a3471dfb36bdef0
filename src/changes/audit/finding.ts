import type { Nonconformity } from '#model/audit.ts';
import { clauseOf } from '#model/standard.ts';
import type { Worksheet, WorksheetRow } from '#model/worksheet.ts';

/** By which rule a row is judged, and where it was. */
export interface Criterion { readonly section: string; readonly rule: string; readonly where: string }

/** The report that a nonconforming row opens: the fact is what the auditor wrote down. The kind is the most frequent one until somebody says more. */
export function findingOf(id: string, { audit, unit, process, auditor, on }: Worksheet, row: WorksheetRow, { section, rule, where }: Criterion, grade: 'major' | 'minor'): Nonconformity {
  return {
    id, source: 'audit', audit, ...(unit ? { unit } : {}), ...(process ? { process } : {}), clause: clauseOf(row.item), item: row.item,
    ...(row.document ? { document: row.document } : {}), ...(row.document && section ? { section } : {}), grade, type: 'implementation', status: 'open',
    found: { by: auditor, on }, fact: { statement: row.evidence, where, when: on, rule },
  };
}
