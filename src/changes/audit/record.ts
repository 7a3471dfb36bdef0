import { Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Worksheet, WorksheetRow } from '#model/worksheet.ts';
import { editYaml } from '../edit-yaml.ts';
import { isAnswered } from './merge.ts';

/** What belongs to a row beside its answers: the report opened for it, the photos kept for it. */
export interface RowLinks { readonly nonconformity: string; readonly attachments: readonly string[] }

const order = ['no', 'item', 'question', 'method', 'sample', 'evidence', 'document', 'judgement', 'nonconformity', 'attachments', 'note'] as const;

/** A checklist that was not recorded before, with all its rows, open ones included: what was not asked stays visible. */
export function newChecklist(sheet: Worksheet, links: ReadonlyMap<string, RowLinks>): string {
  const { audit, unit, process, auditor, on } = sheet;
  const head = { kind: 'audit-checklist', audit, ...(unit ? { unit } : {}), ...(process ? { process } : {}), auditor, on };
  return new Document({ ...head, rows: sheet.rows.map((row) => fieldsOf(row, links)) }, { version: '1.2', schema: 'core' }).toString({ lineWidth: 0 });
}

/** The recorded checklist with what changed; answered rows that it lacks come at its end. Null where the file holds other rows than were read from it. */
export function editChecklist(text: string, sheet: Worksheet, links: ReadonlyMap<string, RowLinks>): string | null {
  let fits = true;
  const edited = editYaml(text, (document) => {
    const rows = document.get('rows') as YAMLSeq | undefined;
    if (!isSeq(rows) || rows.items.length > sheet.rows.length || !rows.items.every((row) => isMap(row))) {
      fits = false;
      return;
    }
    for (const key of ['auditor', 'on'] as const) if (document.get(key) !== sheet[key]) document.set(key, sheet[key]);
    for (const [at, row] of sheet.rows.entries()) {
      const node = rows.items[at] as YAMLMap | undefined;
      if (node) update(node, fieldsOf(row, links));
      else if (isAnswered(row)) rows.add(document.createNode(fieldsOf(row, links)));
    }
  });
  return fits ? edited : null;
}

/** Sets what differs; what the office wrote (number, item, question, document) is never touched. */
function update(node: YAMLMap, fields: Readonly<Record<string, unknown>>): void {
  for (const key of ['method', 'sample', 'evidence', 'judgement', 'nonconformity', 'attachments', 'note']) {
    const value = fields[key];
    if (value === undefined) continue;
    const old: unknown = node.toJSON()[key];
    if (JSON.stringify(old) !== JSON.stringify(value)) node.set(key, value);
  }
}

function fieldsOf(row: WorksheetRow, links: ReadonlyMap<string, RowLinks>): Record<string, unknown> {
  const { nonconformity = '', attachments = [] } = links.get(row.id) ?? {};
  const values: Record<string, unknown> = { ...row, nonconformity, attachments };
  return Object.fromEntries(order.flatMap((key) => {
    const value = values[key];
    return value === '' || (Array.isArray(value) && value.length === 0) ? [] : [[key, value]];
  }));
}
