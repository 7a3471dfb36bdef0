import { refuseWorksheet as refuse, type Photo, type ReadWorksheet } from '#model/worksheet.ts';
import { assembleWorksheet } from './worksheet-rows.ts';

const VERSION = 'qms-worksheet/1';

/** What the html form saves → worksheet. */
export function readJson(text: string): ReadWorksheet {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse('The file is cut off or damaged: it is no complete JSON.', '文件不完整或已损坏：不是完整的 JSON。');
  }
  if (!isRecord(data) || typeof data['format'] !== 'string' || !data['format'].startsWith('qms-worksheet')) return refuse('This JSON file is no filled checklist.', '这个 JSON 文件不是填好的检查表。');
  if (data['format'] !== VERSION) return refuse('The checklist has the layout {format}, which this version does not read.', '检查表的格式是 {format}，本版本读不了。', { format: data['format'] });
  const rows = data['rows'];
  if (!Array.isArray(rows) || !rows.every(isRecord)) return refuse('The checklist has no rows.', '检查表没有行。');
  const text_ = (from: Record<string, unknown>, key: string): string => (typeof from[key] === 'string' || typeof from[key] === 'number' ? String(from[key]) : '');
  const head = Object.fromEntries(['audit', 'unit', 'process', 'digest', 'auditor', 'on'].map((key) => [key, text_(data, key)])) as { audit: string; unit: string; process: string; digest: string; auditor: string; on: string };
  const fields = ['id', 'no', 'item', 'question', 'document', 'method', 'sample', 'evidence', 'judgement', 'note'];
  return assembleWorksheet(head, rows.map((row) => Object.fromEntries(fields.map((key) => [key, text_(row, key)]))), rows.map((row) => photosOf(row['photos'])));
}

function photosOf(found: unknown): Photo[] {
  return Array.isArray(found) ? found.filter(isRecord).map((photo) => ({ name: String(photo['name'] ?? ''), data: String(photo['data'] ?? '') })) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
