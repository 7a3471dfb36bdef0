import { refuseWorksheet as refuse, rowIds, worksheetDigest, type ReadWorksheet } from '#model/worksheet.ts';
import { decode } from './decode.ts';
import { readJson } from './worksheet-json.ts';
import { assembleWorksheet } from './worksheet-rows.ts';
import { readXlsx } from './worksheet-xlsx.ts';
import { parseYaml } from './yaml.ts';

/** With all its photos a filled form stays below. */
export const MAX_WORKSHEET_BYTES: number = 10 * 1024 * 1024;

/** A filled worksheet, told by its bytes and not by its name: workbook, what the html form saved, or YAML. */
export function readWorksheet(bytes: Uint8Array): ReadWorksheet {
  if (bytes.length === 0) return refuse('The file is empty.', '文件是空的。');
  if (bytes.length > MAX_WORKSHEET_BYTES) return refuse('The file is larger than {limit} MB.', '文件超过 {limit} MB。', { limit: MAX_WORKSHEET_BYTES / 1024 / 1024 });
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuse('This is an old .xls file, or a workbook locked by a password. Save it as .xlsx without password.', '这是旧格式 .xls 文件，或者设有密码的工作簿。请不设密码另存为 .xlsx。');
  const { text, findings } = decode(bytes, '');
  if (text === null) {
    const gbk = findings.some(({ code, args }) => code === 'load/not-utf-8' && args?.['guess'] !== undefined);
    return gbk ? refuse('This is a text file in a Chinese encoding (GBK), such as a csv from Excel, not the workbook. Save the workbook as .xlsx.', '这是 GBK 编码的文本文件（例如由 Excel 另存的 csv），不是工作簿。请把工作簿存为 .xlsx。')
      : refuse('The file is neither a workbook (xlsx), nor what the html form saves (json), nor YAML.', '文件既不是工作簿（xlsx），也不是网页表单保存的文件（json）或 YAML。');
  }
  const start = text.trimStart();
  if (/^<(?:!doctype\s+html|html)/i.test(start)) return refuse('This is the form itself. Open it, fill it in, press "Save", and bring the saved .json file.', '这是表单网页本身。请打开填写，点“保存”，再导入保存得到的 .json 文件。');
  if (start.startsWith('{')) return readJson(start);
  return readYaml(text);
}

/** A checklist in the workspace's own format carries no digest: its rows are known by their items. */
function readYaml(text: string): ReadWorksheet {
  const { data } = parseYaml(text, '');
  const fields = typeof data === 'object' && data !== null && !Array.isArray(data) ? data as Record<string, unknown> : {};
  if (fields['kind'] !== 'audit-checklist' || !Array.isArray(fields['rows'])) {
    return refuse('The file is neither a workbook (xlsx), nor what the html form saves (json), nor a YAML checklist.', '文件既不是工作簿（xlsx），也不是网页表单保存的文件（json）或者 YAML 检查表。');
  }
  const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const found = fields['rows'].filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null).map((row, at) => ({ ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, word(value)])), no: word(row['no']) || String(at + 1), item: word(row['item']) }));
  const ids = rowIds(found.map(({ no, item }) => ({ no: Number(no), item })));
  const rows = found.map((row, at): Readonly<Record<string, string>> => ({ ...row, id: ids[at] as string }));
  const head = { audit: word(fields['audit']), unit: word(fields['unit']), process: word(fields['process']), auditor: word(fields['auditor']), on: word(fields['on']) };
  const digest = worksheetDigest({ ...head, rows: rows.map((row) => ({ id: row['id'] ?? '', no: Number(row['no']), item: row['item'] ?? '', document: row['document'] ?? '' })) });
  return assembleWorksheet({ ...head, digest }, rows);
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
