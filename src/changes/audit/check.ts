import type { Worksheet, WorksheetProblem, WorksheetRow } from '#model/worksheet.ts';
import { photoKind } from './photo.ts';

/** What is known of the audit that a worksheet must belong to. */
export interface AuditKnown { readonly audit: string; readonly units: readonly string[]; readonly processes: readonly string[]; readonly team: readonly string[]; readonly from: string; readonly today: string }

const MAX_TEXT = 20_000;
const MAX_PHOTOS = 6;

/** Whether the worksheet is one of this audit; else nothing of it can be compared. */
export function foreignTo(sheet: Worksheet, { audit, units, processes }: AuditKnown): WorksheetProblem[] {
  const found: WorksheetProblem[] = [];
  const say = (en: string, zh: string, args: Record<string, string> = {}): void => { found.push({ row: '', text: { en, 'zh-CN': zh }, args }); };
  if (sheet.audit !== audit) say('The checklist belongs to audit {other}, not to {audit}.', '这是审核 {other} 的检查表，不是 {audit} 的。', { other: sheet.audit || '–', audit });
  else if (sheet.unit !== '' && !units.includes(sheet.unit)) say('Audit {audit} does not cover the unit "{unit}".', '审核 {audit} 不包括部门“{unit}”。', { audit, unit: sheet.unit });
  else if (sheet.process !== '' && !processes.includes(sheet.process)) say('Audit {audit} does not cover the process "{process}".', '审核 {audit} 不包括过程“{process}”。', { audit, process: sheet.process });
  else if (sheet.unit === '' && sheet.process === '') say('The checklist names neither unit nor process.', '检查表没有写明受审核部门，也没有写明过程。');
  return found;
}

/** Everything in a worksheet that cannot be recorded, row by row. `present` is the checklist as the workspace has it now. */
export function checkWorksheet(sheet: Worksheet, present: Worksheet, known: AuditKnown): WorksheetProblem[] {
  const rows = new Map(present.rows.map((row) => [row.id, row]));
  const seen = new Set<string>();
  return [
    ...checkHead(sheet, known),
    ...sheet.rows.flatMap((row): WorksheetProblem[] => {
      const twice = seen.has(row.id);
      seen.add(row.id);
      if (twice) return [problem(row, 'The row is there twice.', '该行出现两次。')];
      const now = rows.get(row.id);
      if (!now) return [problem(row, 'The present checklist has no such row: the plan or the manual was changed since. Print a new checklist.', '现在的检查表没有这一行：打印之后计划或手册有改动。请重新打印检查表。')];
      return [...checkRow(row), ...checkPhotos(row)];
    }),
  ];
}

function checkHead({ auditor, on }: Worksheet, { team, from, today }: AuditKnown): WorksheetProblem[] {
  const found: WorksheetProblem[] = [];
  const say = (en: string, zh: string, args: Record<string, string>): void => { found.push({ row: '', text: { en, 'zh-CN': zh }, args }); };
  if (auditor === '') say('No auditor is named.', '没有填写审核员。', {});
  else if (team.length > 0 && !team.includes(auditor)) say('"{auditor}" is not in the team of the audit: {team}.', '“{auditor}”不在审核组内：{team}。', { auditor, team: team.join(', ') });
  if (!isDay(on)) say('"{on}" is no day of the form YYYY-MM-DD.', '“{on}”不是“年-月-日”形式的日期。', { on });
  else if (on > today) say('The day of the audit, {on}, lies in the future.', '审核日期 {on} 还没有到。', { on });
  else if (from !== '' && on < from) say('The day {on} lies before the audit, which begins on {from}.', '日期 {on} 早于审核开始日期 {from}。', { on, from });
  return found;
}

function checkRow(row: WorksheetRow): WorksheetProblem[] {
  const found: WorksheetProblem[] = [];
  const { judgement, evidence, note, sample, item } = row;
  if (judgement === 'not-applicable' && evidence.trim() === '' && note.trim() === '') found.push(problem(row, 'Judged as not applicable without a reason. Say why in evidence or note.', '判为不适用，但没有写理由。请在证据或备注中写明。'));
  else if (judgement !== '' && judgement !== 'not-applicable' && evidence.trim() === '') found.push(problem(row, 'Judged without evidence. Write down what was seen: numbers, posts, days, figures.', '有判定而没有证据。请写明所见：编号、岗位、日期、数据。'));
  if (judgement === 'nonconform' && item === '') found.push(problem(row, 'A nonconformity needs a requirement of the standard, and this row has none. Judge a row that names it.', '不符合须对应标准要求，而本行没有。请判在写明要求的行。'));
  for (const text of [evidence, sample, note]) {
    if (text.length > MAX_TEXT) found.push(problem(row, 'A text of {length} characters is longer than a finding can be.', '一段文字长达 {length} 个字符，超过允许的长度。', { length: text.length }));
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(text)) found.push(problem(row, 'The text holds characters that nobody can see.', '文字里有看不见的控制字符。'));
  }
  return found;
}

function checkPhotos(row: WorksheetRow): WorksheetProblem[] {
  if (row.photos.length > MAX_PHOTOS) return [problem(row, 'More than {most} photos.', '照片超过 {most} 张。', { most: MAX_PHOTOS })];
  return row.photos.flatMap(({ name, data }) => {
    const kind = photoKind(data);
    if (kind === 'type') return [problem(row, '"{name}" is neither a JPEG nor a PNG picture.', '“{name}”不是 JPEG 或 PNG 图片。', { name })];
    return kind === 'size' ? [problem(row, 'The photo "{name}" is too large.', '照片“{name}”过大。', { name })] : [];
  });
}

function problem({ id, no }: WorksheetRow, en: string, zh: string, args: Record<string, string | number> = {}): WorksheetProblem {
  return { row: id, no, text: { en, 'zh-CN': zh }, args };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().slice(0, 10) === text;
}
