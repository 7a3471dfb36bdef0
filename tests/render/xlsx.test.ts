import { describe, expect, test, vi } from 'vitest';
import { tableXlsx } from '#render/table-xlsx.ts';
import { cell, toned, type TableView } from '#views/table.ts';
import { small } from '../commands/small.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { all, one, read } from './read-workbook.ts';

const t = (text: string) => ({ en: text, 'zh-CN': text });
const view = (texts: readonly string[], title = 'List'): TableView => ({
  title: t(title), columns: [{ id: 'a', title: t('A') }, { id: 'b', title: t('乙栏'), align: 'right' }], rows: texts.map((text) => [cell(text), toned('bad', text, t('second'))]), notes: [t('one note')],
});
const bodyOf = (text: string): string | undefined => read(tableXlsx(view([text]), 'en', '')).rows[2]?.[0]?.text;

describe('a table as a workbook', () => {
  test('has organization, title, headings, rows and notes, all of them text', () => {
    const { rows, sheet, name } = read(tableXlsx(view(['001', '2004-07-01'], '受控文件清单'), 'zh-CN', '某市工商行政管理局'));
    expect(name).toBe('受控文件清单');
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['某市工商行政管理局'], ['受控文件清单'], ['A', '乙栏'], ['001', '001\nsecond'], ['2004-07-01', '2004-07-01\nsecond'], [], ['one note'],
    ]);
    expect(new Set(rows.flat().map(({ type }) => type))).toEqual(new Set(['inlineStr']));
    expect(all(sheet, 'mergeCell').map(({ attributes }) => attributes['ref'])).toEqual(['A1:B1', 'A2:B2', 'A7:B7']);
  });
  test('headings are bold, filled and frozen; bad news is red; all of it wraps and prints on A4 across', () => {
    const { rows, sheet, book } = read(tableXlsx(view(['x']), 'en', 'Office'));
    expect(rows[2]?.map(({ look }) => [look.bold, look.fill])).toEqual([[true, 'FFE3E8EE'], [true, 'FFE3E8EE']]);
    expect(rows[3]?.map(({ look }) => [look.bold, look.fill, look.color])).toEqual([[false, undefined, 'FF000000'], [true, undefined, 'FFB42318']]);
    expect(rows.flat().every(({ look }) => look.wrap === '1' && look.numFmtId === '49')).toBe(true);
    expect(one(sheet, 'pane').attributes).toMatchObject({ ySplit: '3', topLeftCell: 'A4', state: 'frozen' });
    expect(one(sheet, 'pageSetUpPr').attributes).toEqual({ fitToPage: '1' });
    expect(one(sheet, 'pageSetup').attributes).toEqual({ paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '0' });
    expect(one(book, 'definedName').text).toBe("'List'!$3:$3");
  });
  test('columns are as wide as their longest line, Chinese counted double, 60 at most', () => {
    const widths = (text: string): number[] => all(read(tableXlsx(view([text]), 'en', '')).sheet, 'col').map(({ attributes }) => Number(attributes['width']));
    expect(widths('123456789')).toEqual([11, 11]);
    expect(widths('工商行政管理')).toEqual([14, 14]);
    expect(widths('a\nlonger\nb')[0]).toBe(8);
    expect(widths('长'.repeat(100))).toEqual([60, 60]);
  });
  test('rows that are merged grow with their words, no higher than a row may be', () => {
    const heights = (organization: string): (string | undefined)[] => all(read(tableXlsx(view(['x']), 'en', organization)).sheet, 'row').map(({ attributes }) => attributes['ht']);
    expect(heights('Office')).toEqual(['20', '28', undefined, undefined, undefined, '15']);
    expect(heights('长'.repeat(2000))[0]).toBe('409');
  });
  test('a wide table names its columns past Z', () => {
    const wide: TableView = { title: t('w'), columns: Array.from({ length: 60 }, (_, index) => ({ id: `c${index}`, title: t(`c${index}`) })), rows: [], notes: [] };
    const { rows } = read(tableXlsx(wide, 'en', ''));
    expect([0, 25, 26, 51, 52, 59].map((index) => rows[1]?.[index]?.ref)).toEqual(['A2', 'Z2', 'AA2', 'AZ2', 'BA2', 'BH2']);
  });
  test('its parts stand in the order that the format wants', () => {
    const { parts, sheet } = read(tableXlsx(view(['x']), 'en', ''));
    expect(Object.keys(parts)).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/worksheets/sheet1.xml', 'xl/styles.xml']);
    expect(sheet.children.map(({ name }) => name)).toEqual(['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'ignoredErrors']);
  });
});

describe('hostile words', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://example.test","x")', "=cmd|' /C calc'!A0", '\t=1', '1e9', 'TRUE', '#REF!', '<script>&amp;]]>', '"quoted" \'single\'', '_x0041_', '_X000d_x0041_', '_x005F_', 'constructor', '__proto__',
    ' spaces ', '😀 𠮷', '，。“”《》', '%s {id} $&'])('%s stays the text it is', (text) => {
    const bytes = tableXlsx(view([text]), 'en', text);
    const { rows, sheet } = read(bytes);
    expect(rows[3]?.[0]).toMatchObject({ text, type: 'inlineStr' });
    expect(rows[0]?.[0]).toMatchObject({ text, type: 'inlineStr' });
    expect([...all(sheet, 'f'), ...all(sheet, 'v'), ...all(sheet, 'hyperlink')]).toEqual([]);
  });
  test.each([['\u0000\u001b[31m', '\\u{0}\\u{1b}[31m'], ['a\r\nb\rc', 'a\nb\nc'], ['\u202egnp.exe', '\\u{202e}gnp.exe'], ['x\ud800', 'x\\u{d800}'], ['\ufffe\uffff', '\\u{fffe}\\u{ffff}']])('%j becomes visible', (text, expected) => {
    expect(bodyOf(text)).toBe(expected);
  });
  test('a cell holds no more than a spreadsheet takes, and never half a character', () => {
    const cut = bodyOf(`${'x'.repeat(32_765)}😀😀`) as string;
    expect(cut).toBe(`${'x'.repeat(32_765)}…`);
    expect(bodyOf('长'.repeat(32_767))).toHaveLength(32_767);
    expect(read(tableXlsx(view(['x'.repeat(256)]), 'en', '')).rows[2]?.[0]?.look.numFmtId).toBe('0');
  });
  test.each([
    ['History of AB/QP-01 [draft]: what? *', 'History of AB-QP-01 -draft-- wha'.slice(0, 31)], ['History', 'History-1'], ["'quoted'", 'quoted'], ['', '-1'], ['受'.repeat(40), '受'.repeat(31)], [`${'x'.repeat(30)}😀`, 'x'.repeat(30)], ["it's", "it's"],
  ])('the sheet called %j gets a name that is allowed', (title, name) => {
    const { book, name: found } = read(tableXlsx(view(['x'], title), 'en', ''));
    expect(found).toBe(name);
    expect(one(book, 'definedName').text).toBe(`'${name.replaceAll("'", "''")}'!$2:$2`);
  });
});

test('the same table is the same bytes, whatever the time and the time zone', () => {
  const first = tableXlsx(view(['甲', '=1']), 'zh-CN', '某市工商行政管理局');
  const zone = process.env['TZ'];
  try {
    vi.useFakeTimers({ now: new Date('2004-12-20T08:00:00Z') });
    process.env['TZ'] = 'Pacific/Kiritimati';
    expect(Buffer.from(tableXlsx(view(['甲', '=1']), 'zh-CN', '某市工商行政管理局')).equals(Buffer.from(first))).toBe(true);
  } finally {
    vi.useRealTimers();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

describe('the commands', () => {
  test.each([['register', ['forms'], '表单清单'], ['exclusions', [], ''], ['matrix', [], ''], ['history', ['AB/QP-01'], '']] as const)('%s %j writes a workbook and prints nothing', async (name, args, title) => {
    const { text, artifacts, exit } = await runCommand(name, memoryEnv(small), [...args], { format: 'xlsx', output: 'list.xlsx' });
    expect([text, exit, artifacts?.map(({ path }) => path)]).toEqual([undefined, 0, ['list.xlsx']]);
    const { rows } = read(artifacts?.[0]?.bytes as Uint8Array);
    expect(rows[0]?.[0]?.text).toBe('某局');
    expect(rows[1]?.[0]?.text).toContain(title);
    const json = JSON.parse((await runCommand(name, memoryEnv(small), [...args], { format: 'json' })).text as string) as { rows: Record<string, string | string[]>[] };
    expect(rows.slice(3, 3 + json.rows.length).map((row) => row.map((one_) => one_.text))).toEqual(json.rows.map((row) => Object.values(row).map((value) => [value].flat().join('\n'))));
  });
  test('without a file it is refused, in both languages', async () => {
    await expect(runCommand('matrix', memoryEnv(small), [], { format: 'xlsx' })).rejects.toMatchObject({
      name: 'UsageError', text: { en: 'A workbook (xlsx) cannot be shown on the screen.', 'zh-CN': '工作簿（xlsx）不能显示在屏幕上。' }, hint: { en: 'Say with --output FILE where to write it.', 'zh-CN': '请用 --output 写明写入哪个文件。' },
    });
  });
});
