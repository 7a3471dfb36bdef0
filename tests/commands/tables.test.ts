import { describe, expect, test } from 'vitest';
import { memoryEnv, runCommand } from '../env.ts';
import { small } from './small.ts';

interface JsonTable { columns: { id: string; title: string }[]; rows: Record<string, string | string[]>[]; notes: string[] }

async function table(name: string, args: string[], options: Record<string, unknown> = {}, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<JsonTable> {
  const { text } = await runCommand(name, memoryEnv(small, locale), args, { format: 'json', ...options });
  return JSON.parse(text as string) as JsonTable;
}

describe('matrix', () => {
  test('by block shows places, holes and justified holes apart', async () => {
    const { rows } = await table('matrix', []);
    expect(rows).toHaveLength(51);
    const row = (number: string): JsonTable['rows'][number] => rows.find((one) => one['number'] === number) as JsonTable['rows'][number];
    expect(row('4.2.3')).toMatchObject({ support: '✓ 2', licensing: '✗', status: '2/11' });
    expect(row('4.2.3')['where']).toBe('AB/QP-01 procedures/QP-01.md:19, 20');
    expect(row('4.2.4')).toMatchObject({ support: '✗', status: '缺', where: '' });
    expect(row('7.6')).toMatchObject({ support: '删减', status: '删减' });
    expect(row('7.6')['where']).toContain('本局不使用需要校准的测量装置');
  });
  test('by item has a row for each of the 281 items', async () => {
    const { rows, notes } = await table('matrix', [], { level: 'item' });
    expect(rows).toHaveLength(281);
    expect(rows.find((row) => row['number'] === '4.2.3-d')).toMatchObject({ status: '已落实', where: 'AB/QP-01 procedures/QP-01.md:19' });
    expect(notes[0]).toBe('共 281 行：已落实 2，删减（有理由）14，空缺 265。');
  });
  test('by unit marks lead and related', async () => {
    const { rows } = await table('matrix', [], { by: 'unit' });
    expect(rows.find((row) => row['number'] === '4.2.3')).toMatchObject({ office: '●2', window: '○' });
  });
  test('clause numbers are tokens: 4.2 is not in 4.2.3, 4.2.3 comes before 4.2.4 and 5.1', async () => {
    const { rows } = await table('matrix', []);
    const numbers = rows.map((row) => row['number']);
    expect(numbers).not.toContain('4.2');
    expect(numbers.indexOf('4.2.3')).toBeLessThan(numbers.indexOf('4.2.4'));
    expect(numbers.indexOf('4.2.4')).toBeLessThan(numbers.indexOf('5.1'));
  });
});

describe('register', () => {
  test.each([
    ['documents', { id: 'AB/QP-01', owner: '办公室', approved: '办公室主任', status: '现行' }],
    ['forms', { id: 'AB/QR-QP01-01', procedure: 'AB/QP-01' }],
    ['records', { id: 'AB/QR-QP01-01', retention: '3 年', disposal: '销毁', keeper: '办公室' }],
    ['external', { id: 'WL-001', issuer: '全国人民代表大会常务委员会', standing: '现行' }],
    ['distribution', { document: 'AB/QP-01', copy: '001', received: ['办公室主任', '2004-07-01'] }],
    ['auditors', { name: '甲一', kind: '内审员', until: '2004-06-30' }],
  ])('%s', async (name, first) => {
    const { rows } = await table('register', [name]);
    expect(rows[0]).toMatchObject({ no: '1', ...first });
  });
  test('filters', async () => {
    expect((await table('register', ['documents'], { block: 'licensing' })).rows).toEqual([]);
    expect((await table('register', ['distribution'], { unit: 'window' })).rows).toMatchObject([{ copy: '002', received: '未签收' }]);
  });
  test('an unknown list is refused by name', async () => {
    await expect(runCommand('register', memoryEnv(small), ['nonsense'])).rejects.toMatchObject({ name: 'UsageError', args: { name: 'nonsense' } });
  });
});

test('exclusions tells decided and considered ones, in whole sentences at a terminal', async () => {
  const { rows } = await table('exclusions', [], {}, 'en');
  expect(rows.map((row) => [row['clause'], row['extent']])).toEqual([['7.6', 'whole clause'], ['7.3', 'kept']]);
  const { text } = await runCommand('exclusions', memoryEnv(small));
  expect(text).toContain('7.6 监视和测量装置的控制（整条删减）\n- 本局不使用需要校准的测量装置，结果的符合性由人员判断和书面复核证明。\n- 由 办公室主任 于 2004-05-20 决定。');
});

describe('formats', () => {
  test('Markdown cells cannot break out of the table', async () => {
    const { text } = await runCommand('register', memoryEnv(small), ['forms'], { format: 'md' });
    expect(text).toContain('受控文件清单 \\| 登记');
  });
  test('CSV opens in a spreadsheet: mark, CRLF, quotes, no formula', async () => {
    const hostile = { ...small, 'forms/QR-QP01-01.md': (small['forms/QR-QP01-01.md'] as string).replace('受控文件清单 | 登记', '"=HYPERLINK(\\"x\\")"') };
    const { text } = await runCommand('register', memoryEnv(hostile), ['forms'], { format: 'csv' });
    expect(text).toMatch(/^\ufeff序号,表单编号/);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('\r\n');
  });
  test('HTML escapes, forbids scripts and everything from outside', async () => {
    const hostile = { ...small, 'forms/QR-QP01-01.md': (small['forms/QR-QP01-01.md'] as string).replace('受控文件清单 | 登记', '"<script>alert(1)</script>"') };
    const { text } = await runCommand('register', memoryEnv(hostile), ['forms'], { format: 'html' });
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toMatch(/<script|src=|href=/);
    expect(text).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });
  test('terminal tables line up when Chinese and Latin letters mix', async () => {
    const { text } = await runCommand('register', memoryEnv(small), ['documents']);
    expect(text?.split('\n').slice(2, 5)).toEqual([
      '序号  编号      名称          版本/修订  主管部门  批准人      生效日期    复审日期    状态  备注',
      '────  ────────  ────────────  ─────────  ────────  ──────────  ──────────  ──────────  ────  ───────────────────',
      '   1  AB/QP-01  文件控制程序  A/0        办公室    办公室主任  2004-07-01  2004-12-01  现行  procedures/QP-01.md',
    ]);
  });
});
