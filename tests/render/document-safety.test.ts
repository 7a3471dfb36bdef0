import type { Element, Root } from 'hast';
import { tests as examples } from 'commonmark-spec';
import { describe, expect, test } from 'vitest';
import { beyondLimits } from '#load/markdown-limits.ts';
import { parseHtml, walk } from '../html-tree.ts';
import { pageOf } from './document-page.ts';
import { gfmExamples } from './gfm-examples.ts';
import { pathological } from './pathological.ts';
import { payloads, svgPayloads } from './payloads.ts';

/** What a page holds that runs, loads or leads elsewhere than it may: read from the tree that a browser would build. */
function dangers(html: string): string[] {
  const found: string[] = [];
  walk(parseHtml(html), (element: Element) => {
    const { tagName, properties } = element;
    if (['script', 'style', 'iframe', 'object', 'embed', 'link', 'meta', 'base', 'form', 'input', 'button', 'foreignobject', 'foreignObject', 'image', 'use', 'animate', 'set', 'audio', 'video', 'template', 'math', 'noscript', 'frame', 'applet'].includes(tagName)) found.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      if (/^on/i.test(name) || ['style', 'srcSet', 'formAction', 'background', 'poster', 'ping', 'xLinkHref', 'srcDoc', 'action'].includes(name)) found.push(`${tagName} ${name}=${text}`);
      else if (name === 'href' && !/^(?:https?:\/\/|mailto:|#)/i.test(text)) found.push(`${tagName} href=${text}`);
      else if (name === 'src' && !/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(text)) found.push(`${tagName} src=${text}`);
      else if (!['href', 'src', 'id', 'ariaLabel', 'alt', 'ariaLabelledBy', 'ariaDescribedBy'].includes(name) && /url\(|javascript:|expression\(|https?:/i.test(text)) found.push(`${tagName} ${name}=${text}`);
    }
  });
  return found;
}

describe('nothing that runs, loads or styles gets onto a page', () => {
  test('the detector sees what it looks for', () => {
    expect(dangers('<p onclick="x()"><a href="javascript:x()">a</a><img src="http://a.example/i"><svg><rect fill="url(http://a.example)"/></svg><script>x</script></p>').sort())
      .toEqual(['<script>', 'a href=javascript:x()', 'img src=http://a.example/i', 'p onClick=x()', 'rect fill=url(http://a.example)']);
  });
  test.each(payloads)('%j', async (payload) => {
    for (const body of [payload, `- ${payload}`, `| a |\n|---|\n| ${payload.replaceAll('\n', ' ').replaceAll('|', '\\|')} |`, `# ${payload.replaceAll('\n', ' ')}`, `> ${payload}`]) {
      const { html } = await pageOf(body);
      expect(dangers(html)).toEqual([]);
    }
  });
  test.each(svgPayloads)('SVG %j', async (payload) => {
    const { html } = await pageOf('![图](a.svg)\n', { 'procedures/a.svg': payload });
    expect(dangers(html)).toEqual([]);
  });
});

describe('the whole of CommonMark and GFM goes through', () => {
  test(`${examples.length} examples of CommonMark, ${gfmExamples.length} of GFM: a page, no crash, no danger`, async () => {
    expect(examples.length).toBeGreaterThan(640);
    const bad: string[] = [];
    for (const markdown of [...examples.map((example) => example.markdown.replaceAll('→', '\t')), ...gfmExamples]) {
      const { html } = await pageOf(markdown);
      if (dangers(html).length > 0) bad.push(markdown);
    }
    expect(bad).toEqual([]);
  });
  test('words are not lost: the text of the reference output stands on the page', async () => {
    const lost: string[] = [];
    for (const { markdown, html: reference, section } of examples.map((example) => ({ ...example, markdown: example.markdown.replaceAll('→', '\t'), html: example.html.replaceAll('→', '\t') }))) {
      if (/<|&|!\[/.test(markdown) || ['Raw HTML', 'HTML blocks', 'Images'].includes(section)) continue; // typed HTML is shown, pictures are refused
      if (/:[\w-]+(?:\[|\{|$)|^:::?/m.test(markdown)) continue; // directives of ours
      const page = textIn(parseHtml((await pageOf(markdown)).html));
      if (page !== textIn(parseHtml(reference))) lost.push(markdown);
    }
    expect(lost).toEqual([]);
  });
});

describe('hostile texts are refused or laid out in time', () => {
  test.each(Object.entries(pathological))('%s', async (_, text) => {
    const started = performance.now();
    if (beyondLimits(text, 1, 'a.md') === null) await pageOf(text);
    expect(performance.now() - started).toBeLessThan(10_000); // far below 5 s on a quiet machine; this much is a hang
  }, 20_000);
});

function textIn(root: Root): string {
  let text = '';
  walk(root, () => {}, (value) => { text += value; });
  return text.replace(/\s+/g, '');
}
