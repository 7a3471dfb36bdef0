import type { Element, ElementContent, Root, RootContent } from 'hast';
import { safeText } from '#i18n/safe-text.ts';
import { linkTarget } from '#model/link-target.ts';
import { slugger } from '#model/slug.ts';
import type { Args } from '#model/diagnostic.ts';
import type { Text } from '#model/text.ts';
import { withWidths } from './column-widths.ts';
import type { Source } from './context.ts';
import { h } from './element.ts';
import type { Working } from './handlers.ts';
import { readPicture } from './picture.ts';
import { readSvg } from './svg.ts';

/** Walks the tree of a body: hidden characters are shown, headings get ids, pictures their bytes, links their places, tables a frame. */
export function dress(tree: Root, working: Working): Root {
  const slugOf = slugger();
  const walk = (nodes: readonly (RootContent | ElementContent)[], source: Source): ElementContent[] => nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'text') return [{ ...node, value: safeText(node.value, true) }];
    if (node.type !== 'element') return [];
    const from = (node.data as { source?: Source } | undefined)?.source ?? source;
    const children = node.tagName === 'svg' ? node.children : walk(node.children, from);
    const element: Element = { ...node, children };
    switch (node.tagName) {
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': return [heading(element, slugOf, working)];
      case 'img': return [picture(element, from, working)];
      case 'a': return link(element, from, working);
      case 'table': return [withWidths(element)];
      case 'span': return [isClaim(element) ? claim(element, working) : element];
      case 'p': return [figureOrParagraph(element, nodes[index + 1] === undefined ? undefined : following(nodes, index))];
      default: return [element];
    }
  });
  return { type: 'root', children: walk(tree.children, working.source) };
}

/** The next element after white space. */
function following(nodes: readonly (RootContent | ElementContent)[], index: number): Element | undefined {
  return nodes.slice(index + 1, index + 3).find((node): node is Element => node.type === 'element');
}

function heading(element: Element, slugOf: (text: string) => string, { context, headings }: Working): Element {
  const text = wordsOf(element);
  const slug = slugOf(text) || `h-${headings.length + 1}`;
  const id = `${context.prefix}${context.anchor?.(slug) ?? slug}`;
  headings.push({ depth: Number(element.tagName.slice(1)), id, text });
  return { ...element, properties: { id } };
}

function claim(element: Element, { context, claims, headings }: Working): Element {
  const id = `${context.prefix}c-${claims.length + 1}`;
  const [text] = element.children;
  claims.push({ item: text?.type === 'text' ? text.value : '', id, heading: headings.at(-1)?.text ?? '' });
  return { ...element, properties: { ...element.properties, id } };
}

function isClaim({ properties }: Element): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes('claim');
}

/** A picture alone in its paragraph is a figure; a sentence before a figure, or one that ends in a colon, stays with what it announces. */
function figureOrParagraph(element: Element, next: Element | undefined): Element {
  const parts = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'element' && (only.tagName === 'img' || only.tagName === 'svg')) {
    const caption = only.tagName === 'img' ? only.properties['alt'] : only.properties['ariaLabel'];
    return h('figure', { className: ['picture'] }, only, ...(typeof caption === 'string' && caption !== '' ? [h('figcaption', {}, caption)] : []));
  }
  const announces = next !== undefined && (isFigure(next) || (['table', 'ul', 'ol', 'pre', 'section', 'blockquote'].includes(next.tagName) && /[:：下]\s*[。]?$/.test(wordsOf(element).trim())));
  return announces ? { ...element, properties: { ...element.properties, className: ['announces'] } } : element;
}

function isFigure({ tagName, children }: Element): boolean {
  const [only] = children;
  return tagName === 'figure' || (tagName === 'p' && children.length === 1 && only?.type === 'element' && only.tagName === 'img');
}

const cannotShow: Text = { en: 'The picture {url} cannot be printed: {why}.', 'zh-CN': '图片 {url} 无法打印：{why}。' };
const reasons = {
  foreign: { en: 'it lies outside the workspace; save it beside the document', 'zh-CN': '它不在工作区内；请把图片存放到文件旁边' },
  missing: { en: 'there is no such file', 'zh-CN': '没有这个文件' },
  svg: { en: 'the SVG is damaged', 'zh-CN': 'SVG 已损坏' },
} satisfies Record<string, Text>;

/** Only a regular file of the workspace is shown, its bytes written into the page. */
function picture(element: Element, source: Source, { context, refusals }: Working): ElementContent {
  const url = String(element.properties['src'] ?? '');
  const alt = String(element.properties['alt'] ?? '');
  const refuse = (why: Text): ElementContent => {
    const line = (element.position?.start.line ?? 1) + source.firstLine - 1;
    const args: Args = { url: url.slice(0, 120), why };
    refusals.push({ at: { path: source.path, position: { start: { line, column: element.position?.start.column ?? 1 }, end: { line, column: element.position?.end.column ?? 1 } } }, text: cannotShow, args });
    return { type: 'text', value: alt };
  };
  const target = linkTarget(source.path, url);
  if (target.kind !== 'file') return refuse(reasons.foreign);
  const bytes = context.file(target.path);
  if (bytes === null) return refuse(reasons.missing);
  const read = readPicture(bytes);
  if (read.kind === 'refused') return refuse(read.why);
  if (read.kind === 'data') return h('img', { src: read.url, alt });
  const svg = readSvg(read.text);
  if (svg === null) return refuse(reasons.svg);
  return { ...svg, properties: { ...svg.properties, role: 'img', ariaLabel: alt, className: ['drawing'] } };
}

/** A link of a manual leads to the web, to another document or to a place in this one; where it can lead nowhere its words stay. */
function link(element: Element, source: Source, { context }: Working): ElementContent[] {
  const href = String(element.properties['href'] ?? '');
  if (element.properties['dataFootnoteRef'] !== undefined || element.properties['dataFootnoteBackref'] !== undefined) return [element];
  const target = linkTarget(source.path, href);
  if (target.kind !== 'file') return /^(?:https?:|mailto:)/i.test(href) ? [{ ...element, properties: { href } }] : element.children;
  const to = context.link(target);
  return to === undefined ? element.children : [h('a', { href: to }, ...element.children)];
}

function wordsOf(element: Element): string {
  return element.children.map((child) => {
    if (child.type === 'text') return child.value;
    return child.type === 'element' && !isClaim(child) ? wordsOf(child) : '';
  }).join('');
}
