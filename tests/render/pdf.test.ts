import { expect, test } from 'vitest';
import { printOne } from '#commands/print/print.ts';
import type { PdfMeta } from '#model/printer.ts';
import { pageOf, printingEnv } from '../host/printing.ts';
import { readPdf } from './read-pdf.ts';

const meta: PdfMeta = { title: '文件控制程序', language: 'zh-CN', author: '某市工商行政管理局', created: '2004-05-01T00:00:00Z' };

test('a page becomes a PDF whose text can be read back', async () => {
  const pdf = await readPdf(await printOne({ html: pageOf('<h1>文件控制程序</h1><p>本程序规定<b>文件</b>的编写、<code>QP-01</code>、批准和 ☑ 更改。</p>'), meta }, printingEnv()));
  expect(pdf.pages).toHaveLength(1);
  expect(pdf.pages[0]).toContain('本程序规定文件的编写、QP-01、批准和 ☑ 更改。');
});

test('a character that no font has is refused by name and place', async () => {
  const place = { path: 'procedures/QP-01.md', position: { start: { line: 7, column: 1 }, end: { line: 7, column: 2 } } };
  await expect(printOne({ html: pageOf('<p>𠮷林</p>'), meta, whereIs: (char) => (char === '𠮷' ? place : undefined) }, printingEnv())).rejects.toMatchObject({ args: { char: '𠮷', code: 'U+20BB7', path: 'procedures/QP-01.md', line: 7 } });
});
