import { createHash } from 'node:crypto';
import type { Args } from './diagnostic.ts';
import type { Text } from './text.ts';

/** How an auditor finds out: ask 问, see 查 (records), look 看 (on the spot), measure 测. */
export const methods = ['ask', 'see', 'look', 'measure'] as const;
export const judgements = ['conform', 'nonconform', 'observation', 'not-applicable'] as const;

/** What the auditor writes into a row; '' where nothing is written. */
export interface Answer { readonly method: string; readonly sample: string; readonly evidence: string; readonly judgement: string; readonly note: string }
/** A picture taken on the spot; `data` is base64. */
export interface Photo { readonly name: string; readonly data: string }
/** One row as it goes to the field and comes back. `id`, `no`, `item`, `question` and `document` are the office's, the rest is the auditor's. */
export interface WorksheetRow extends Answer { readonly id: string; readonly no: number; readonly item: string; readonly question: string; readonly document: string; readonly photos: readonly Photo[] }
/** A checklist on its way to the field and back. `unit` or `process` may be ''; so may auditor and day. */
export interface Worksheet { readonly audit: string; readonly unit: string; readonly process: string; readonly digest: string; readonly auditor: string; readonly on: string; readonly rows: readonly WorksheetRow[] }

/** What the digest stands on: the parts that nobody may change in the field. */
type Locked = Pick<Worksheet, 'audit' | 'unit' | 'process'> & { readonly rows: readonly Pick<WorksheetRow, 'id' | 'no' | 'item' | 'document'>[] };

/** 64 hex digits that tell one checklist from every other, in whatever language it was printed. */
export function worksheetDigest({ audit, unit, process, rows }: Locked): string {
  return createHash('sha256').update(JSON.stringify([audit, unit, process, rows.map(({ id, no, item, document }) => [id, no, item, document])])).digest('hex');
}

/** Names of rows: the item, with a number from its second row on; a row without item goes by its own number. */
export function rowIds(rows: readonly { readonly item: string; readonly no: number }[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ item, no }) => {
    const name = item === '' ? `q${no}` : item;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}/${count}`;
  });
}

/** True of a row that nobody has judged yet. */
export function isOpen({ judgement }: Pick<Answer, 'judgement'>): boolean {
  return judgement === '';
}

/** Why a filled worksheet, or one row of it, is not taken in; `row` is '' where the whole file is meant. */
export interface WorksheetProblem { readonly row: string; readonly no?: number; readonly text: Text; readonly args?: Args }
/** A filled worksheet, or all that is wrong with the file. */
export type ReadWorksheet = { readonly sheet: Worksheet; readonly problems: readonly [] } | { readonly sheet: null; readonly problems: readonly WorksheetProblem[] };

/** One reason against the whole file. */
export function refuseWorksheet(en: string, zh: string, args: Args = {}, row = ''): ReadWorksheet {
  return { sheet: null, problems: [{ row, text: { en, 'zh-CN': zh }, args }] };
}
