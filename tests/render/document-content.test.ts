import { describe, expect, test } from 'vitest';
import { pageOf } from './document-page.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('a body becomes a page', () => {
  test('claims are dropped, or stand in the margin with their heading', async () => {
    const body = '## 4.1 总则\n\n文件经批准。:req[4.2.3-d] 时间 12:30。\n';
    expect((await pageOf(body)).html).toContain('<p>文件经批准。时间 12:30。</p>');
    const auditor = await pageOf(body, {}, { claims: 'margin' });
    expect(auditor.html).toContain('<span class="claim" id="d-c-1">4.2.3-d</span>');
    expect(auditor.claims).toEqual([{ item: '4.2.3-d', id: 'd-c-1', heading: '4.1 总则' }]);
  });
  test('a claim that is dropped leaves no gap in Chinese, and the blank between English words', async () => {
    expect((await pageOf('规范。:req[4.1-a] :req[4.1-b] 编号。 :req[4.1-c]\n')).html).toBe('<p>规范。编号。</p>');
    expect((await pageOf('One. :req[4.1-a] Two.\n')).html.replace(/ +/g, ' ')).toBe('<p>One. Two.</p>');
  });
  test('headings carry ids that links of the same kind lead to', async () => {
    const { html, headings } = await pageOf('# 程序\n\n## 1 目的\n\n见[下文](#1-目的)。\n', {}, { link: ({ anchor }) => `#d-${anchor}` });
    expect(headings).toEqual([{ depth: 1, id: 'd-程序', text: '程序' }, { depth: 2, id: 'd-1-目的', text: '1 目的' }]);
    expect(html).toContain('<h2 id="d-1-目的">1 目的</h2>');
    expect(html).toContain('<a href="#d-1-目的">下文</a>');
  });
  test('typed HTML is words; comments go, line breaks stay', async () => {
    const { html } = await pageOf('甲<br>乙 <b onclick="x">丙</b> <!-- 说明 -->\n\n<script>alert(1)</script>\n');
    expect(html).toContain('甲<br>乙');
    expect(html).toContain('<code class="typed">&#x3C;b onclick="x"></code>');
    expect(html).toContain('<p class="typed">&#x3C;script>alert(1)&#x3C;/script></p>');
    expect(html).not.toContain('说明');
  });
  test('a picture of the workspace is written in, with its caption; any other is refused at its line', async () => {
    const { html, refusals } = await pageOf('# 图\n\n![办事窗口](窗口.png)\n\n![外](https://a.example/x.png)\n\n![上](../../etc/passwd)\n\n![无](none.png)\n\n![假](a.txt)\n', { 'procedures/窗口.png': png, 'procedures/a.txt': 'words' });
    expect(html).toContain(`<figure class="picture"><img src="data:image/png;base64,${png.toString('base64')}" alt="办事窗口"><figcaption>办事窗口</figcaption></figure>`);
    expect(html).not.toContain('example');
    expect(refusals.map(({ at, args }) => [at.path, at.position.start.line, args?.['url']])).toEqual([
      ['procedures/a.md', 15, 'https://a.example/x.png'], ['procedures/a.md', 17, '../../etc/passwd'], ['procedures/a.md', 19, 'none.png'], ['procedures/a.md', 21, 'a.txt'],
    ]);
  });
  test('an SVG picture keeps its drawing and loses what runs or loads', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="x()"><script>x()</script><style>*{fill:url(http://a.example)}</style><rect width="9" height="9" stroke-width="2" fill="url(http://a.example/f)"/><image href="http://a.example/i.png"/><a href="javascript:x()"><text>字</text></a><foreignObject><p>p</p></foreignObject></svg>';
    const { html, refusals } = await pageOf('![流程](a.svg)\n', { 'procedures/a.svg': svg });
    expect(refusals).toEqual([]);
    expect(html).toContain('<rect width="9" height="9" stroke-width="2"></rect>');
    expect(html).toContain('viewBox="0 0 40 20"');
    expect(html).toContain('>字</text>');
    expect(html).not.toMatch(/example|onload|script|javascript|foreignObject|<image/i);
    expect((await pageOf('![坏](a.svg)\n', { 'procedures/a.svg': '<svg><g></svg>' })).refusals).toHaveLength(1);
  });
  test('an included file stands in its place, its pictures found from where it lies; a circle is refused', async () => {
    const { html, refusals } = await pageOf('# 一\n\n::include{file=../parts/b.md}\n\n::include{file=a.md}\n', { 'parts/b.md': '插入的话。\n\n![窗](w.png)\n\n![缺](q.png)\n', 'parts/w.png': png });
    expect(html).toContain('<section class="included"><p class="announces">插入的话。</p>');
    expect(html).toContain('alt="窗"');
    expect(refusals.map(({ at, args }) => [at.path, at.position.start.line, args?.['url'] ?? args?.['file']])).toEqual([['procedures/a.md', 15, 'a.md'], ['parts/b.md', 5, 'q.png']]);
  });
  test('live content becomes tables, tasks become boxes, notes go to the end', async () => {
    const { html } = await pageOf('::register{kind=form}\n\n- [x] 已办\n- [ ] 未办\n\n正文[^1]。\n\n[^1]: 注释内容。\n', {}, {
      live: (name, { kind }) => [{ title: { en: name, 'zh-CN': '清单' }, columns: [{ id: 'a', title: { en: 'A', 'zh-CN': '甲' } }], rows: [[{ items: [kind ?? ''] }]], notes: [] }],
    });
    expect(html).toContain('<caption>清单</caption><thead><tr><th scope="col">甲</th></tr></thead><tbody><tr><td>form</td></tr></tbody>');
    expect(html).toContain('<span class="box ticked" role="img" aria-label="☑">√</span>');
    expect(html).toMatch(/<sup><a href="#d-n-fn-1"[^>]*>1<\/a><\/sup>/);
    expect(html).toContain('注释内容。');
  });
});
