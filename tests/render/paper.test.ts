import { describe, expect, test } from 'vitest';
import { wrapColumns, columnsOf } from '#i18n/columns.ts';
import { renderPaper } from '#render/paper.ts';
import { chartSvg } from '#render/chart/svg.ts';
import { ranked } from '#render/chart/figures.ts';
import { ticks } from '#render/chart/scale.ts';
import type { Block, Chart, Paper } from '#views/paper.ts';
import { cell, toned } from '#views/table.ts';

const t = (en: string, zh: string) => ({ en, 'zh-CN': zh });
const imprint = { organization: '某市工商行政管理局', today: '2004-12-31' };
const of = (...blocks: Block[]): Paper => ({ title: t('Report', '报告'), number: 'NC-1', blocks });
const say = (paper: Paper, format: 'text' | 'md' | 'html', locale: 'en' | 'zh-CN' = 'zh-CN'): string => renderPaper(paper, format, locale, false, imprint);
const chart = (kind: Chart['kind'], values: readonly (number | null)[], target?: number): Chart => ({ kind, title: '图', unit: '%', points: values.map((value, index) => ({ label: `第${index + 1}月`, value })), ...(target === undefined ? {} : { target }) });

const every: Block[] = [
  { kind: 'heading', text: t('Fact', '事实'), depth: 2 }, { kind: 'paragraph', text: '抽查 12 份，\n3 份为旧版。' }, { kind: 'paragraph', text: t('Overdue.', '已逾期。'), tone: 'bad' },
  { kind: 'list', items: ['甲', '乙'], ordered: true }, { kind: 'fields', columns: 2, fields: [{ label: t('Unit', '部门'), value: cell('办公室') }, { label: '条款', value: cell('4.2.3', '4.2.4') }, { label: '日期', value: cell('2004-09-14') }] },
  { kind: 'table', table: { title: '抽样', columns: [{ id: 'no', title: t('No', '序号'), align: 'right' }, { id: 'seen', title: t('Seen', '所见') }], rows: [[cell('1'), toned('bad', '旧版', '无标识')]], notes: [t('1 row.', '共 1 行。')] } },
  { kind: 'chart', chart: chart('line', [97, null, 99], 98) }, { kind: 'signatures', fields: [{ label: '审核员', name: '甲', on: '2004-09-14' }, { label: '负责人', name: '', on: '' }] },
];

describe('a paper', () => {
  test.each(['text', 'md', 'html'] as const)('holds every word of every block as %s', (format) => {
    const text = say(of(...every), format);
    for (const words of ['NC-1', '报告', '事实', '抽查 12 份，', '3 份为旧版。', '已逾期。', '甲', '乙', '部门', '办公室', '4.2.3', '4.2.4', '2004-09-14', '抽样', '序号', '所见', '旧版', '无标识', '共 1 行。', '图', '97', '99', '98', '审核员', '负责人']) expect(text).toContain(words);
  });
  test.each(['text', 'md', 'html'] as const)('speaks English as %s', (format) => {
    const text = say(of(...every), format, 'en');
    for (const words of ['Report', 'Fact', 'Overdue.', 'Unit', '1 row.']) expect(text).toContain(words);
  });
  test('for the terminal lines up its labels and folds long cells instead of cutting them', () => {
    const long = '各区县分局企业登记窗口在用的受理通知书样式不一致，'.repeat(8);
    const text = say(of({ kind: 'fields', columns: 1, fields: [{ label: '部门', value: cell('甲', '乙') }, { label: '受审核部门', value: cell('丙') }] }, { kind: 'table', table: { columns: [{ id: 'a', title: 'A' }, { id: 'b', title: 'B' }], rows: [[cell('1'), cell(long)]], notes: [] } }), 'text');
    expect(text).toContain('部门        甲\n            乙\n受审核部门  丙');
    expect(text.replace(/\s/g, '')).toContain(long);
    expect(Math.max(...text.split('\n').map(columnsOf))).toBeLessThanOrEqual(118);
  });
  test('as Markdown turns no words into markup', () => {
    const text = say(of({ kind: 'paragraph', text: '- 项\n1. 一\n# 题\n===\n<b>x</b> | @someone **y**' }, { kind: 'list', items: ['- 项'] }), 'md');
    expect(text).toContain('\\- 项\\\n1\\. 一\\\n\\# 题\\\n\\===\\\n&lt;b&gt;x&lt;/b&gt; \\| @\u200bsomeone \\*\\*y\\*\\*');
    expect(text).toContain('- \\- 项');
  });
  test('as a page lets no words out of their place: not the body, not the head of printed pages', () => {
    const evil = '</style><script>alert(1)</script>"; } body { display: none } \u202e';
    const html = renderPaper({ title: evil, number: evil, blocks: [{ kind: 'paragraph', text: evil }, { kind: 'chart', chart: { ...chart('bars', [1]), title: evil, unit: evil } }] }, 'html', 'en', false, { organization: evil, today: evil });
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script|"; }|\u202e/);
    expect(html).toContain("default-src 'none'");
  });
  test('lies across when a table has more columns than a page is wide', () => {
    const wide = (columns: number): string => say(of({ kind: 'table', table: { columns: Array.from({ length: columns }, (_, index) => ({ id: `c${index}`, title: `c${index}` })), rows: [], notes: [] } }), 'html');
    expect([wide(7), wide(8)].map((html) => html.includes('size: A4 landscape'))).toEqual([false, true]);
  });
  test('a table is set smaller the more columns it has; in the widest the long names of narrow columns stand upright; none is cut off', () => {
    const tableOf = (count: number, words = '●'): string => {
      const columns = Array.from({ length: count }, (_, index) => ({ id: `c${index}`, title: '企业注册登记处' }));
      return say(of({ kind: 'table', table: { columns, rows: [columns.map((_, index) => cell(index === count - 1 ? '落实于程序文件第四章' : words))], notes: [] } }), 'html');
    };
    const classOf = (html: string): string => /<table( class="[^"]*")?>/.exec(html)?.[1] ?? '';
    expect([6, 18, 30, 60].map((count) => classOf(tableOf(count)))).toEqual(['', ' class="close"', ' class="wide"', ' class="wide"']);
    expect(tableOf(30).match(/<th scope="col" class="tall">/g)).toHaveLength(29);
    expect(tableOf(6)).not.toContain('class="tall"');
    expect(classOf(tableOf(30, 'unbreakable'))).toBe(' class="wide crowded"');
  });
  test('a number is not broken, a sentence in a column of numbers is', () => {
    const html = say(of({ kind: 'table', table: { columns: [{ id: 'a', title: '编号', whole: true }], rows: [[cell('CDGS/QP-01')], [cell('与产品有关的要求的确定和评审')]], notes: [] } }), 'html');
    expect(html).toContain('<td class="whole">CDGS/QP-01</td>');
    expect(html).toContain('<td>与产品有关的要求的确定和评审</td>');
  });
  test('puts fields into a grid whose last value takes what is left of the row', () => {
    expect(say(of(every[4] as Block), 'html')).toContain('<th scope="row" class="short">日期</th><td colspan="3">2004-09-14</td>');
  });
});

describe('charts', () => {
  test('a gap stays a gap: no line across what was not measured', () => {
    expect(chartSvg(chart('line', [97, 98, null, 99, 96]), 'zh-CN').match(/<polyline[^>]*>/g)?.map((one) => one.split(',').length - 1)).toEqual([2, 2]);
    expect(chartSvg(chart('line', [97, null, 99]), 'zh-CN')).not.toContain('<polyline');
  });
  test('a course that never changes, at its target, is still seen above the axis', () => {
    const drawn = chartSvg(chart('line', [100, 100], 100), 'zh-CN');
    const axis = Number(/class="axis"[^>]* y1="([\d.]+)"/.exec(drawn)?.[1]);
    for (const [, y] of drawn.matchAll(/<circle[^>]* cy="([\d.]+)"/g)) expect(Number(y)).toBeLessThan(axis);
    expect(drawn).not.toMatch(/>(?:10[1-9]|1[1-9]\d)</);
  });
  test('bars are as long as their figures', () => {
    const widths = [...chartSvg(chart('bars', [1, 2, 4]), 'zh-CN').matchAll(/<rect[^>]* width="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(widths[1]).toBeCloseTo((widths[0] ?? 0) * 2, 0);
    expect(widths[2]).toBeCloseTo((widths[0] ?? 0) * 4, 0);
  });
  test('a Pareto chart ranks, sums up to 100 % and leaves out what was not counted', () => {
    const shares = ranked(chart('pareto', [1, null, 6, 3]).points);
    expect(shares.map(({ value }) => value)).toEqual([6, 3, 1]);
    expect(shares.map(({ share }) => Math.round(share))).toEqual([60, 90, 100]);
  });
  test.each(['bars', 'line', 'pareto'] as const)('%s draws nothing, zero and one point without a NaN', (kind) => {
    for (const values of [[], [null], [0], [5], [-2, 3]]) expect(chartSvg(chart(kind, values, 0), 'en')).not.toMatch(/NaN|Infinity|undefined/);
  });
  test('axes are marked at round values that enclose the figures', () => {
    expect(ticks(0, 7)).toEqual([0, 2, 4, 6, 8]);
    expect(ticks(97.2, 99)).toEqual([97, 97.5, 98, 98.5, 99]);
    expect(ticks(0, 0)[0]).toBe(0);
  });
});

test('lines fold at spaces and between Chinese characters, never before a closing mark', () => {
  expect(wrapColumns('一二三四，五', 8)).toEqual(['一二三', '四，五']);
  expect(wrapColumns('the quick brown fox', 9)).toEqual(['the quick', 'brown fox']);
  expect(wrapColumns('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrapColumns('a\nb', 4)).toEqual(['a', 'b']);
});
