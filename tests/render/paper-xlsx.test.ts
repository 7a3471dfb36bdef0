import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperXlsx } from '#render/paper-xlsx.ts';
import { gridOf } from '#render/sheet-grid.ts';
import { workbook, type Sheet } from '#render/workbook.ts';
import type { Block, Paper } from '#views/paper.ts';
import { cell } from '#views/table.ts';
import { all, one, read } from './read-workbook.ts';

const t = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const imprint = { organization: '某市工商行政管理局', today: '2004-12-31' };
const of = (...blocks: Block[]): Paper => ({ title: t('Report', '报告'), number: 'NC-1', blocks });
const textsOf = (paper: Paper): string[][] => read(paperXlsx(paper, 'zh-CN', imprint)).rows.map((row) => row.map(({ text }) => text).filter((text) => text !== ''));

describe('a paper as a workbook', () => {
  const fields: Block = { kind: 'fields', columns: 2, fields: [{ label: '部门', value: cell('办公室') }, { label: '条款', value: cell('4.2.3', '4.2.4') }, { label: '日期', value: cell('2004-09-14') }] };
  const table: Block = { kind: 'table', table: { title: '抽样', columns: [{ id: 'no', title: '序号' }, { id: 'a', title: '文件' }, { id: 'b', title: '所见' }], rows: [[cell('1'), cell('QR-1'), cell('旧版')]], notes: [t('1 row.', '共 1 行。')] } };
  test('holds organization, title, number and every block in order', () => {
    expect(textsOf(of(fields, { kind: 'paragraph', text: '一段' }, { kind: 'list', items: ['甲', '乙'], ordered: true }, table, { kind: 'chart', chart: { kind: 'line', title: '图', unit: '%', points: [{ label: '7月', value: 97 }] } },
      { kind: 'signatures', fields: [{ label: '审核员', name: '甲', on: '2004-09-14' }] }))).toEqual([
      ['某市工商行政管理局'], ['报告'], ['NC-1'], ['部门', '办公室', '条款', '4.2.3\n4.2.4'], ['日期', '2004-09-14'], ['一段'], ['1. 甲'], ['2. 乙'], ['抽样'], ['序号', '文件', '所见'], ['1', 'QR-1', '旧版'], ['共 1 行。'], [],
      ['图'], ['周期', '数值（%）'], ['7月', '97'], [], [], ['审核员', '甲', '日期', '2004-09-14'],
    ]);
  });
  test('stands upright, or lies across for a wide table', () => {
    const orientation = (paper: Paper): string | undefined => one(read(paperXlsx(paper, 'zh-CN', imprint)).sheet, 'pageSetup').attributes['orientation'];
    expect(orientation(of(table))).toBe('portrait');
    expect(orientation(of({ kind: 'table', table: { columns: Array.from({ length: 8 }, (_, index) => ({ id: `c${index}`, title: `c${index}` })), rows: [], notes: [] } }))).toBe('landscape');
  });
  test('is the same bytes each time', () => {
    expect(Buffer.from(paperXlsx(of(fields, table), 'en', imprint)).equals(Buffer.from(paperXlsx(of(fields, table), 'en', imprint)))).toBe(true);
  });
  test('rows are as high as their words where cells spread', () => {
    const heights = all(read(paperXlsx(of({ kind: 'paragraph', text: '长'.repeat(200) }), 'zh-CN', imprint)).sheet, 'row').map(({ attributes }) => Number(attributes['ht']));
    expect(heights.at(-1)).toBeGreaterThanOrEqual(5 * 15);
  });
});

test('one grid serves layouts of any columns: each fills the whole width, none loses a column', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 80, max: 200 }), (layouts, total) => {
    const { widths, spans } = gridOf(layouts, total);
    expect(widths.every((width) => width >= 1)).toBe(true);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total);
    for (const [index, layout] of layouts.entries()) {
      expect(spans[index]).toHaveLength(layout.length);
      expect(spans[index]?.every((span) => span >= 1)).toBe(true);
      expect(spans[index]?.reduce((sum, span) => sum + span, 0)).toBe(widths.length);
    }
  }));
});

describe('a workbook', () => {
  const sheet = (name: string, more: Partial<Sheet> = {}): Sheet => ({ name, widths: [10, 20, 30], rows: [{ cells: [{ text: '锁定', look: { border: true }, span: 2 }, { text: '可填', look: { open: true } }] }], ...more });
  test('has as many sheets as it is given, each by its name, hidden where asked', () => {
    const bytes = workbook([sheet('一'), sheet('二', { hidden: true })], '宋体');
    expect([read(bytes).name, read(bytes, 2).name]).toEqual(['一', '二']);
    expect(all(read(bytes).book, 'sheet').map(({ attributes }) => attributes['state'])).toEqual([undefined, 'hidden']);
    expect(Object.keys(read(bytes).parts).filter((path) => path.includes('worksheets/'))).toEqual(['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']);
  });
  test('guards a sheet but for its open cells', () => {
    const { sheet: found, rows } = read(workbook([sheet('一', { guarded: true })], '宋体'));
    expect(one(found, 'sheetProtection').attributes['sheet']).toBe('1');
    expect(rows[0]?.map(({ text, look, ref }) => [ref, text, look.open])).toEqual([['A1', '锁定', false], ['B1', '', false], ['C1', '可填', true]]);
    expect(all(found, 'mergeCell').map(({ attributes }) => attributes['ref'])).toEqual(['A1:B1']);
  });
  test('offers words to pick from, and refuses what the format cannot offer', () => {
    const choice = (words: string[]): Uint8Array => workbook([sheet('一', { choices: [{ column: 3, from: 1, until: 9, words, refusal: '请从列表中选择。' }] })], '宋体');
    const { sheet: found } = read(choice(['符合', '不符合', 'a&b']));
    expect(one(found, 'dataValidation').attributes).toMatchObject({ type: 'list', sqref: 'C1:C9', error: '请从列表中选择。' });
    expect(one(found, 'formula1').text).toBe('"符合,不符合,a&b"');
    expect(() => choice(['a,b'])).toThrow('cannot offer');
    expect(() => choice(['长'.repeat(256)])).toThrow('cannot offer');
  });
  test('keeps the order that the format wants', () => {
    const { sheet: found } = read(workbook([sheet('一', { guarded: true, frozen: 1, repeat: 1, choices: [{ column: 3, from: 1, until: 1, words: ['x'], refusal: '' }] })], '宋体'));
    expect(found.children.map(({ name }) => name)).toEqual(['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'mergeCells', 'dataValidations', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'ignoredErrors']);
  });
});
