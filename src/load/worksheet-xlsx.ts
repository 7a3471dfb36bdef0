import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuseWorksheet as refuse, type ReadWorksheet } from '#model/worksheet.ts';
import { assembleWorksheet } from './worksheet-rows.ts';
import { unzipEntry, zipEntries, type ZipEntry, type ZipFault } from './zip.ts';

/** Unpacked, a checklist takes a megabyte or two. */
const MAX_UNPACKED = 50 * 1024 * 1024;
const MARK = 'qms';
const VERSION = 'qms-worksheet/1';

type Cells = ReadonlyMap<string, string>;

/** What may be in a workbook and has no business in a checklist. */
const forbidden: readonly { readonly name: RegExp; readonly en: string; readonly zh: string }[] = [
  { name: /vbaProject|\.bin$/i, en: 'The workbook contains macros or binary parts.', zh: '工作簿含有宏或者二进制内容。' },
  { name: /externalLinks\//i, en: 'The workbook refers to other files.', zh: '工作簿引用了其他文件。' },
  { name: /(?:activeX|embeddings|ctrlProps)\//i, en: 'The workbook contains embedded objects.', zh: '工作簿含有嵌入对象。' },
  { name: /connections\.xml|queryTables\//i, en: 'The workbook fetches data from elsewhere.', zh: '工作簿带有外部数据连接。' },
  { name: /media\//i, en: 'The workbook contains pictures. Photos are taken in from the html form only.', zh: '工作簿含有图片。照片只能用网页表单带回。' },
];
const faults: Readonly<Record<ZipFault, readonly [en: string, zh: string]>> = {
  truncated: ['The file is cut off: its end is missing.', '文件不完整：末尾缺失，可能没有传完。'],
  encrypted: ['The workbook is protected by a password. Remove it and save again.', '工作簿设有打开密码。请取消密码后重新保存。'],
  'too-many': ['The archive holds more parts than a workbook has.', '压缩包内的部分过多，不是正常的工作簿。'],
  'too-large': ['Unpacked, the file is larger than any checklist (or than it claims).', '解压后的内容过大（或者大于声明的大小），不是正常的检查表。'],
  twice: ['The archive holds two parts of the same name.', '压缩包内有同名的部分。'],
  path: ['The archive holds parts whose names lead out of it.', '压缩包内有指向外部的路径。'],
  method: ['The archive is packed in a way that workbooks are not.', '压缩方式不是工作簿所用的。'],
  damaged: ['The workbook is damaged and cannot be unpacked.', '工作簿已损坏，无法解压。'],
};

/** A filled workbook → worksheet. Formulas, macros, links and whatever else could deceive are refused; nothing of it is ever carried out. */
export function readXlsx(bytes: Uint8Array): ReadWorksheet {
  const entries = zipEntries(bytes, MAX_UNPACKED);
  if (typeof entries === 'string') return refuse(...faults[entries]);
  const bad = forbidden.find(({ name }) => entries.some((entry) => name.test(entry.name)));
  if (bad) return refuse(bad.en, bad.zh);
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  try {
    return readParts(bytes, parts);
  } catch (error) {
    if (error instanceof Refused) return error.reading;
    throw error;
  }
}

/** Leaves the reading of a workbook with its reason. */
class Refused extends Error {
  readonly reading: ReadWorksheet;
  constructor(reading: ReadWorksheet) {
    super();
    this.reading = reading;
  }
}

function readParts(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>): ReadWorksheet {
  const part = (path: string): string | undefined => {
    const entry = parts.get(path.toLowerCase());
    if (!entry) return undefined;
    const found = unzipEntry(bytes, entry);
    if (typeof found === 'string') throw new Refused(refuse(...faults[found]));
    return new TextDecoder().decode(found);
  };
  const types = part('[Content_Types].xml');
  if (types === undefined) return refuse('This is a zip archive, not a workbook.', '这是压缩包，不是工作簿。');
  if (/macroEnabled/i.test(types)) return refuse('The workbook contains macros or binary parts.', '工作簿含有宏或者二进制内容。');
  const links = new Map<string, string>();
  for (const [path] of parts) {
    if (!path.endsWith('.rels')) continue;
    scan(part(path) ?? '', ({ name, attributes }) => {
      if (name !== 'Relationship') return;
      if (attributes['TargetMode']?.toLowerCase() === 'external') throw new Refused(refuse('The workbook links to {target}.', '工作簿链接到 {target}。', { target: attributes['Target'] ?? '' }));
      if (path === 'xl/_rels/workbook.xml.rels') links.set(attributes['Id'] ?? '', (attributes['Target'] ?? '').replace(/^\/?(?:xl\/)?/, ''));
    });
  }
  const sheets = new Map<string, string>();
  scan(part('xl/workbook.xml') ?? '', ({ name, attributes }) => {
    if (name === 'sheet') sheets.set(attributes['name'] ?? '', links.get(attributes['r:id'] ?? '') ?? '');
  });
  const shared = sharedTexts(part('xl/sharedStrings.xml'));
  const cells = (name: string): Cells | undefined => {
    const xml = sheets.has(name) ? part(`xl/${sheets.get(name)}`) : undefined;
    return xml === undefined ? undefined : sheetCells(xml, shared, name);
  };
  const mark = cells(MARK);
  const fields = Object.fromEntries([...(mark ?? [])].filter(([ref]) => ref.startsWith('A')).map(([ref, key]) => [key, mark?.get(`B${ref.slice(1)}`) ?? '']));
  if (fields['format'] === undefined) return refuse('This workbook is no checklist of ours: it carries no mark.', '这个工作簿不是本工具生成的检查表：没有标记页。');
  if (fields['format'] !== VERSION) return refuse('The checklist has the layout {format}, which this version does not read.', '检查表的格式是 {format}，本版本读不了。', { format: fields['format'] });
  const main = cells(fields['sheet'] ?? '');
  if (!main) return refuse('The sheet "{sheet}" is missing.', '缺少工作表“{sheet}”。', { sheet: fields['sheet'] ?? '' });
  const columns = (fields['columns'] ?? '').split(' ');
  const first = Number(fields['first']);
  const count = Number(fields['count']);
  if (!Number.isInteger(first) || !Number.isInteger(count) || first < 1 || count < 0 || count > 5000) return refuse('The mark of the checklist is damaged.', '检查表的标记已损坏。');
  const rows = Array.from({ length: count }, (_, at) => Object.fromEntries(columns.map((id, column) => [id, main.get(`${letter(column)}${first + at}`) ?? ''])));
  const beyond = [...main].find(([ref, text]) => text.trim() !== '' && Number(/\d+$/.exec(ref)?.[0]) >= first + count);
  if (beyond) return refuse('Something is written below the last row ({ref}: "{text}"). Write it into a row of the checklist.', '最后一行下面还写有内容（{ref}：“{text}”）。请写到检查表的行内。', { ref: beyond[0], text: beyond[1].slice(0, 40) });
  const named = (key: string): string => main.get(fields[key] ?? '') ?? '';
  return assembleWorksheet({ audit: fields['audit'] ?? '', unit: fields['unit'] ?? '', process: fields['process'] ?? '', digest: fields['digest'] ?? '', auditor: named('auditor'), on: named('on') }, rows);
}

/** Each start tag, in order. A DOCTYPE or XML that is not well-formed refuses the workbook. */
function scan(xml: string, onOpen: (tag: SaxesTagPlain) => void, onText: (text: string) => void = () => {}, onClose: (name: string) => void = () => {}): void {
  const parser = new SaxesParser();
  parser.on('doctype', () => { throw new Refused(refuse('The workbook declares entities of its own (DOCTYPE).', '工作簿自行声明了实体（DOCTYPE）。')); });
  parser.on('error', () => { throw new Refused(refuse(...faults.damaged)); });
  parser.on('opentag', onOpen as (tag: unknown) => void);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => onClose(name));
  parser.write(xml).close();
}

/** The texts that cells share, each with its runs joined; readings of characters (rPh) are no text. */
function sharedTexts(xml: string | undefined): string[] {
  const texts: string[] = [];
  if (xml === undefined) return texts;
  let inText = false;
  let inReading = false;
  scan(xml, ({ name }) => {
    if (name === 'si') texts.push('');
    inReading ||= name === 'rPh';
    inText = name === 't' && !inReading;
  }, (text) => { if (inText) texts[texts.length - 1] += text; }, (name) => {
    if (name === 'rPh') inReading = false;
    inText = false;
  });
  return texts.map(decode);
}

/** The cells of a sheet by reference. A formula or an error value refuses the workbook. */
function sheetCells(xml: string, shared: readonly string[], sheet: string): Cells {
  const cells = new Map<string, string>();
  let ref = '';
  let type = '';
  let text = '';
  let inside = '';
  scan(xml, ({ name, attributes }) => {
    if (name === 'c') [ref, type, text] = [attributes['r'] ?? '', attributes['t'] ?? 'n', ''];
    if (name === 'f') throw new Refused(refuse('Cell {ref} of sheet "{sheet}" holds a formula. Write the value instead.', '工作表“{sheet}”的 {ref} 格是公式。请改写成数值或文字。', { ref, sheet }));
    if (name === 'hyperlink' && attributes['r:id'] !== undefined) throw new Refused(refuse('Cell {ref} is a link.', '{ref} 格是链接。', { ref: attributes['ref'] ?? '' }));
    inside = name;
  }, (found) => { if (ref !== '' && (inside === 'v' || inside === 't')) text += found; }, (name) => {
    inside = '';
    if (name !== 'c') return;
    if (type === 'e') throw new Refused(refuse('Cell {ref} of sheet "{sheet}" holds the error {text}.', '工作表“{sheet}”的 {ref} 格是错误值 {text}。', { ref, sheet, text }));
    const value = type === 's' ? shared[Number(text)] ?? '' : type === 'b' ? (text === '1' ? 'TRUE' : 'FALSE') : decode(text);
    if (value !== '') cells.set(ref, value);
    ref = '';
  });
  return cells;
}

/** `_x0041_` is how workbooks write a character that XML cannot hold. */
function decode(text: string): string {
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** 0 → A, 26 → AA. */
function letter(index: number): string {
  return (index < 26 ? '' : letter(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}
