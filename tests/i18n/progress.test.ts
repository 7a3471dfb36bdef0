import { expect, test } from 'vitest';
import { progressBar } from '#host/progress-bar.ts';
import { columnsOf } from '#i18n/columns.ts';
import { progressLine } from '#i18n/progress-line.ts';

test('a line of progress says how far, how long and what, and never more than the line holds', () => {
  expect(progressLine({ done: 6, total: 12, name: 'CDGS/QP-07 内部审核程序' }, 75, 80, 'zh-CN')).toBe('[############............] 6/12  约剩 1:15  CDGS/QP-07 内部审核程序');
  expect(progressLine({ done: 0, total: 12, name: 'a' }, undefined, 80, 'en')).toBe('[........................] 0/12  a');
  for (const width of [10, 40, 57, 80]) expect(columnsOf(progressLine({ done: 1, total: 12, name: '很长的名称'.repeat(20) }, 5, width, 'en'))).toBeLessThan(Math.max(width, 5));
  expect(progressLine({ done: 1, total: 2, name: 'a\u001b[31m' }, undefined, 80, 'en')).not.toContain('\u001b');
});

test('the bar is wiped away when the work is done', () => {
  const written: string[] = [];
  const bar = progressBar(({ done }) => `${done}`, (text) => written.push(text));
  bar.show({ done: 0, total: 2, name: 'a' });
  bar.show({ done: 2, total: 2, name: 'b' });
  bar.clear();
  expect(written).toEqual(['\r\x1b[K0', '\r\x1b[K']);
});
