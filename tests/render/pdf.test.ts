import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { printJobs, printOne } from '#commands/print/print.ts';
import type { Env } from '#model/command.ts';
import type { PdfMeta } from '#model/printer.ts';
import { pageOf, printingEnv } from '../host/printing.ts';
import { dictionaries, qpdfComplaints, readPdf, type ReadPdf } from './read-pdf.ts';

const meta: PdfMeta = { title: '文件控制程序 & <b>', language: 'zh-CN', author: '某市工商行政管理局', subject: '程序文件', keywords: ['CDGS/QP-01', 'A/0'], created: '2004-05-01T00:00:00Z' };
const picture = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const page = pageOf(`<nav><a href="#总则" data-toc="总则"></a> <a href="#b" data-toc="b"></a></nav>
<h1 id="总则">文件控制程序</h1><p>本程序规定<b>文件</b>的<em>编写</em>、<code>QP-01 │</code>、批准和 ☑ 更改，见<a href="#b">第 2 章</a>及<a href="https://example.org/">网页</a>。</p>
<img alt="流程图" src="${picture}"><table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
<h2 id="b" style="break-before:page">职责</h2><p style="font-family:'QMS Hei'"><b>办公室</b>负责。</p>`, '<style>@page{@bottom-center{content:"第 " counter(page) " 页 共 " counter(pages) " 页"}}</style>');

describe('a page as PDF', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await printOne({ html: page, meta, toc: true }, printingEnv());
    pdf = await readPdf(bytes);
  });

  test('gives its text back', () => {
    expect(pdf.pages).toHaveLength(2);
    expect(pdf.pages[0]).toContain('本程序规定文件的编写、QP-01 │、批准和 ☑ 更改，见第 2 章及网页。');
    expect(pdf.pages[1]).toContain('办公室负责。');
    expect(pdf.pages[1]).toContain('第 2 页 共 2 页');
  });
  test('tells the pages of its table of contents', () => {
    expect(pdf.pages[0]?.split('\n')).toContain('1 2');
  });
  test('has an outline that leads to the pages', () => {
    expect(pdf.outline).toEqual(['文件控制程序 1', '  职责 2']);
  });
  test('says what it is, in both places that a reader may ask', () => {
    expect(pdf.info).toMatchObject({ Title: '文件控制程序 & <b>', Author: meta.author, Subject: '程序文件', Keywords: 'CDGS/QP-01 A/0', Language: 'zh-CN', CreationDate: 'D:20040501000000Z', ModDate: 'D:20040501000000Z' });
    expect(pdf.info['Producer']).toMatch(/^qms [\d.]+; HeadlessChrome\/[\d.]+; noto-sans-mono [\d.]+; /);
    for (const words of ['文件控制程序 &amp; &lt;b&gt;', '2004-05-01T00:00:00Z', '<pdfaid:part>2</pdfaid:part>', '<pdfaid:conformance>U</pdfaid:conformance>']) expect(pdf.xmp).toContain(words);
  });
  test('is tagged, and every link and picture has a text', async () => {
    const [catalog] = await dictionaries(bytes, 'Type', 'Catalog');
    expect(catalog?.get('MarkInfo')?.toString()).toContain('/Marked true');
    expect(catalog?.get('ViewerPreferences')?.toString()).toContain('/DisplayDocTitle true');
    expect(catalog?.get('OutputIntents')).toBeDefined();
    const links = await dictionaries(bytes, 'Subtype', 'Link');
    const texts = links.map((link) => (link.get('Contents') as unknown as { decodeText(): string }).decodeText());
    expect(texts.sort()).toEqual(['1', '2', '第 2 章', '网页']);
    expect((await dictionaries(bytes, 'S', 'Figure')).map((figure) => (figure.get('Alt') as unknown as { decodeText(): string }).decodeText())).toEqual(['流程图']);
    expect((await dictionaries(bytes, 'Type', 'StructTreeRoot'))[0]?.get('RoleMap')?.toString()).toContain('/Em /Span');
  });
  test('holds real fonts of ours only, each embedded', async () => {
    const fonts = await dictionaries(bytes, 'Type', 'Font');
    expect(fonts.map((font) => font.get('Subtype')?.toString()).filter((type) => type !== '/Type0' && type !== '/CIDFontType2')).toEqual([]);
    const described = await dictionaries(bytes, 'Type', 'FontDescriptor');
    expect(described.map((font) => font.get('FontName')?.toString().slice(8)).sort()).toEqual(['NotoSansMono-Regular', 'NotoSansSC-Bold', 'NotoSansSC-Regular', 'NotoSansSymbols2-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
    expect(described.filter((font) => font.get('FontFile2') === undefined)).toEqual([]);
  });
  test('is a sound file, whose id is made from its content', (context) => {
    expect(pdf.ids[0]).toMatch(/^[\da-f]{32}$/);
    const complaints = qpdfComplaints(bytes);
    if (complaints === null) context.skip('qpdf is not installed; the file was read by pdf.js and pdf-lib only');
    expect(complaints).toBe('');
  });
});

test('a character that no font has is refused by name and place', async () => {
  const place = { path: 'procedures/QP-01.md', position: { start: { line: 7, column: 1 }, end: { line: 7, column: 2 } } };
  await expect(printOne({ html: pageOf('<p>𠮷林</p>'), meta, whereIs: (char) => (char === '𠮷' ? place : undefined) }, printingEnv()))
    .rejects.toMatchObject({ name: 'UsageError', args: { list: 'procedures/QP-01.md:7: 𠮷 (U+20BB7)' } });
  await expect(printOne({ html: pageOf('', '<style>h1::before{content:"\\20BB7"}</style>'), meta }, printingEnv())).rejects.toMatchObject({ args: { list: `${meta.title}: 𠮷 (U+20BB7)` } });
});

test('only what is seen must have a font: a text beside a picture may have any character', async () => {
  await expect(printOne({ html: pageOf(`<img alt="a > 𠮷" title='> 𠮷' src="${picture}"><!-- 𠮷 -->`), meta }, printingEnv())).resolves.toBeInstanceOf(Uint8Array);
});

test('faults of a page maker do not get onto paper: an unknown face, a table of contents that leads nowhere', async () => {
  await expect(printOne({ html: pageOf('<p style="font-family:SimSun">宋</p>'), meta }, printingEnv())).rejects.toThrow(/none of ours/);
  await expect(printOne({ html: pageOf('<a data-toc="nowhere" href="#nowhere"></a>'), meta, toc: true }, printingEnv())).rejects.toThrow(/nowhere/);
});

/** An environment that counts how often a page is printed for its numbers. */
function countingPrints(): { readonly env: Env; prints(): number } {
  const env = printingEnv();
  let count = 0;
  const openPrinter: Env['host']['openPrinter'] = async (...given) => {
    const printer = await env.host.openPrinter(...given);
    return { ...printer, print: (html, name, proofs) => printer.print(html, name, proofs && { ...proofs, numbers: async (printed) => {
      count++;
      return proofs.numbers?.(printed);
    } }) };
  };
  return { env: { ...env, host: { ...env.host, openPrinter } }, prints: () => count };
}

test('numbers that move what they tell of are printed again until they are true', async () => {
  // In a narrow column, 200 entries of two figures are twice as many lines as those of one, and push the chapter twice as far.
  const entries = Array.from({ length: 200 }, () => '<a href="#x" data-toc="x"></a>').join(' ');
  const { env, prints } = countingPrints();
  const pdf = await readPdf(await printOne({ html: pageOf(`<p style="width:2em;font-family:'QMS Mono'">${entries}</p><h1 id="x">章</h1>`), meta, toc: true }, env));
  const [, told] = /章 (\d+)/.exec(pdf.outline[0] ?? '') ?? [];
  expect(pdf.pages.join('\n').match(/\d+/g)).toEqual(Array.from({ length: 200 }, () => told));
  expect(prints()).toBe(3);
});

test('where the pages are told beforehand one print is enough, and it gives the same bytes; told wrongly, it is printed again', async () => {
  const printed = async (spread: string): Promise<{ prints: number; id: string }> => {
    const { env, prints } = countingPrints();
    const chapters = Array.from({ length: 30 }, (_, nth) => `<h2 id="c${nth}">第 ${nth} 章</h2>${'<p>抽查、退回、交接和统计按本章办理。</p>'.repeat(nth % 7)}`).join('');
    const contents = Array.from({ length: 30 }, (_, nth) => `<p><a href="#c${nth}" data-toc="c${nth}"></a></p>`).join('');
    const bytes = await printOne({ html: pageOf(`<section class="first">封面</section>${contents}${chapters}`, `<style>body{margin:0}.first{break-after:page}</style>${spread}`), meta, toc: true }, env);
    return { prints: prints(), id: createHash('sha256').update(bytes).digest('hex') };
  };
  const columns = 'body{width:calc(594.96pt - 40mm);height:calc(841.92pt - 40mm);columns:1;column-gap:0;column-fill:auto}.first{display:none}';
  const [without, right, wrong] = [await printed(''), await printed(`<style media="not all" data-spread="1">${columns}</style>`), await printed(`<style media="not all" data-spread="7">${columns}</style>`)];
  expect([without.prints, right.prints, wrong.prints]).toEqual([2, 1, 2]);
  expect([right.id, wrong.id]).toEqual([without.id, without.id]);
});

test('what styles put on a page has its glyphs: margins in faces that no text is in, content, marks of lists, letters as counters', async () => {
  const style = `<style>:root{--face:"QMS Hei"}@page{@top-left{content:"页边" attr(x);font:700 9pt/1.3 var(--face)}@top-right{content:"\\8fb9 " counter(page,lower-roman);font-family:"QMS Mono"}}
    h1::before{content:"前缀" attr(data-x);font-family:"QMS Hei"}@media print{h1::after{content:"后缀"}}.letters{list-style-type:upper-alpha}.han{list-style-type:cjk-ideographic}</style>`;
  const bytes = await printOne({ html: pageOf('<h1 data-x="属性">章</h1><ul><li>甲<ul><li>乙</li></ul></li></ul><ol class="letters"><li>丙</li></ol><ol class="han" start="12"><li>丁</li></ol>', style), meta }, printingEnv());
  const [shown = ''] = (await readPdf(bytes)).pages;
  for (const words of ['页边', '边', 'i', '前缀属性章后缀', 'A.', '十二、']) expect(shown.replaceAll(' ', '')).toContain(words);
});

test('links lead to where they should, under the ids of the page, and no name in the file is longer than PDF/A allows', async () => {
  const long = '第四章工作程序之文件类别与审批权限及其在各分局的适用'.repeat(3);
  const bytes = await printOne({ html: pageOf(`<a href="#${long}">甲</a> <a href="#b">乙</a> <a href="#a%20b">丙</a><h1 id="b" style="break-before:page">乙</h1><h1 id="${long}" style="break-before:page">甲</h1><h1 id="a b">丙</h1>`), meta }, printingEnv());
  expect((await readPdf(bytes)).links).toEqual([`${long} → 3`, 'b → 2', 'a b → 3']);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const names = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => object.toString().match(/\/[^\s/<>[\]()]+/g) ?? []);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((one) => one.length > 128)).toEqual([]);
});

test('counted from where a part begins', async () => {
  const html = pageOf('<a href="#p" data-toc="p" data-toc-from="p"></a>-<a href="#q" data-toc="q" data-toc-from="p"></a><h1 id="p" style="break-before:page">甲</h1><h2 id="q" style="break-before:page">乙</h2>');
  expect((await readPdf(await printOne({ html, meta, toc: true }, printingEnv()))).pages[0]).toBe('1-2');
});

describe('same bytes', () => {
  test('whatever else is printed before it or beside it by the same browser', async () => {
    const other = { path: 'other', html: pageOf('<h1>别的</h1><table><thead><tr><th>子</th></tr></thead><tr><td>丑</td></tr></table>'), meta };
    const one = { path: 'one', html: page, meta, toc: true };
    const alone = await printJobs([one], printingEnv());
    const among = await printJobs([other, one, other, one, one, one, other, one], printingEnv());
    const ids = [...alone, ...among].filter(({ path }) => path === 'one').map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    expect([ids.length, new Set(ids).size]).toEqual([6, 1]);
  });
  test('another word, another file and another id', async () => {
    const [a, b] = await printJobs([{ path: 'a', html: pageOf('<p>甲</p>'), meta }, { path: 'b', html: pageOf('<p>乙</p>'), meta }], printingEnv());
    expect((await readPdf(a?.bytes as Uint8Array)).ids[0]).not.toBe((await readPdf(b?.bytes as Uint8Array)).ids[0]);
  });
});
