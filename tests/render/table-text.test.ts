import { expect, test } from 'vitest';
import { tableText } from '#render/table-text.ts';
import type { TableView } from '#views/table.ts';

test('no control of a terminal comes out of any part of a table', () => {
  const evil = 'a\u001b[2Jb\u009bc\u0019\u202ed';
  const words = { en: evil, 'zh-CN': evil };
  const view: TableView = { title: words, columns: [{ id: 'one', title: words }], rows: [[{ items: [evil] }]], notes: [words] };
  const text = tableText(view, 'en', false);
  expect(text.match(/b\\u\{9b\}c/g)).toHaveLength(4); // title, head, cell, note: shown, not sent
  expect(['\u001b', '\u009b', '\u0019', '\u202e'].filter((sign) => text.includes(sign))).toEqual([]);
});
