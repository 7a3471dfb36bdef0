import { describe, expect, test } from 'vitest';
import { pageOf } from './document-page.ts';

const widths = async (...rows: string[][]): Promise<number[]> => {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  const { html } = await pageOf([line(head), line(head.map(() => '---')), ...body.map(line)].join('\n'));
  return [...html.matchAll(/<col width="([\d.]+)%">/g)].map((match) => Number(match[1]));
};

describe('columns of a table', () => {
  test('are left to the browser where all fits', async () => {
    expect(await widths(['序号', '名称'], ['1', '文件控制程序'])).toEqual([]);
  });
  test('short ones stay on one line, the rest goes to what there is to read', async () => {
    const [number = 0, name = 0, text = 0] = await widths(['编号', '岗位', '内容'], ['MSGS/QR-QP11-01', '核准员', '独立复核名称、住所、法定代表人、注册资本和经营范围，作出准予、不予或者退回的决定并签名，疑难件提请集体审议。']);
    expect(number).toBeGreaterThanOrEqual((17 / 84) * 100);
    expect(name).toBeLessThan(15);
    expect(text).toBeGreaterThan(60);
  });
  test('one long cell does not make a narrow column wide', async () => {
    const [post = 0, duty = 0] = await widths(['岗位', '职责'], ...Array.from({ length: 9 }, () => ['局长', '批准年度内审方案和内审报告，接受审核，为审核提供时间和人员，听取汇报并作出决定']), ['办公室主任、人事教育处处长、财务处处长、监察室主任、信息中心主任、信用办主任、注册登记处处长、窗口负责人、法制处处长', '提供材料']);
    expect(post).toBeLessThan(duty * 0.8);
  });
  test('always share the whole width, whatever stands in them', async () => {
    for (const rows of [[['a', 'b'], ['长'.repeat(200), '长'.repeat(2)]], [['a', 'b', 'c'], ['x'.repeat(60), 'y'.repeat(60), 'z'.repeat(60)]], [Array.from({ length: 9 }, () => '列'), Array.from({ length: 9 }, () => '长'.repeat(30))]]) {
      const found = await widths(...rows);
      expect(Math.round(found.reduce((sum, one) => sum + one, 0))).toBe(100);
      expect(Math.min(...found)).toBeGreaterThan(0);
    }
  });
});
