import type { Answer, Photo, Worksheet, WorksheetRow } from '#model/worksheet.ts';

/** One value that both sides hold and tell differently; `row` is '' in the head. `ours` is what is recorded, `theirs` what the file says. */
export interface Conflict { readonly row: string; readonly field: string; readonly ours: string; readonly theirs: string }
export interface Merged { readonly sheet: Worksheet; /** Ids of rows into which something came. */ readonly changed: readonly string[]; readonly conflicts: readonly Conflict[] }

const fields = ['judgement', 'evidence', 'sample', 'note', 'method'] as const satisfies readonly (keyof Answer)[];

/**
 * What is recorded with what the file brings. An empty side loses nothing, a text that goes on where the recorded one ends is taken; where both differ
 * it is a conflict, which `take` decides.
 */
export function mergeWorksheets(ours: Worksheet, theirs: Worksheet, take?: 'ours' | 'theirs', recorded = true): Merged {
  const conflicts: Conflict[] = [];
  const changed: string[] = [];
  const brought = new Map(theirs.rows.map((row) => [row.id, row]));
  const decide = (row: string, field: string, mine: string, other: string): string => {
    if (other === '' || other === mine) return mine;
    if (mine === '' || (other.startsWith(mine) && (field === 'evidence' || field === 'note' || field === 'sample'))) return other;
    conflicts.push({ row, field, ours: mine, theirs: other });
    return take === 'theirs' ? other : mine;
  };
  const rows = ours.rows.map((row): WorksheetRow => {
    const other = brought.get(row.id);
    if (!other || !isAnswered(other)) return row;
    const answered = isAnswered(row);
    const merged = { ...row, ...Object.fromEntries(fields.map((field) => [field, field === 'method' && !answered ? other.method || row.method : decide(row.id, field, row[field], other[field])])), photos: united(row.photos, other.photos) };
    if (fields.some((field) => merged[field] !== row[field]) || merged.photos.length > row.photos.length || !answered) changed.push(row.id);
    return merged;
  });
  const head = (field: 'auditor' | 'on'): string => (recorded ? decide('', field, ours[field], theirs[field]) : theirs[field] || ours[field]);
  return { sheet: { ...ours, auditor: head('auditor'), on: head('on'), rows }, changed, conflicts };
}

/** Something was written into the row; the method alone stands there from the beginning. */
export function isAnswered({ judgement, evidence, sample, note, photos }: WorksheetRow): boolean {
  return judgement !== '' || evidence !== '' || sample !== '' || note !== '' || photos.length > 0;
}

function united(ours: readonly Photo[], theirs: readonly Photo[]): Photo[] {
  return [...ours, ...theirs.filter(({ data }) => !ours.some((photo) => photo.data === data))];
}
