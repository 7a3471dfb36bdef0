import type { Nodes, Root, RootContent } from 'mdast';
import { markdownToMdast } from 'satteri';
import { addPlace, bodyLists, type BodyList } from '#model/body-places.ts';
import type { BodyFacts, Claim, Directive, Hidden, Link, Mention, NumberMention, Paragraph, Quote, Section, Table } from '#model/facts.ts';
import type { Position } from '#model/place.ts';
import { hiddenGatherer } from './hidden.ts';
import { listOfNumbers } from './list-of-numbers.ts';
import { textMark } from './text-mark.ts';
import { slugger } from '#model/slug.ts';

/** Paragraphs shorter than this repeat by nature ("无。", "见附录。"). */
const COMPARED_PARAGRAPH = 25;

interface DirectiveNode { type: 'textDirective' | 'leafDirective' | 'containerDirective'; name: string; attributes?: Record<string, string> | null; children: Nodes[]; position?: Position }
type Node = Nodes | DirectiveNode;

/**
 * Markdown (CommonMark, GFM, directives) → mdast. Positions count from the top of `body`. tests/load/markdown.test.ts holds it against
 * remark and names the odd cases in which the two differ. The front matter is off already: left to the parser, a rule on the first
 * line and another further down would make all between them vanish.
 */
export function parseMarkdown(body: string): Root {
  return markdownToMdast(body, { features: { gfm: true, directive: true, frontmatter: false } }) as unknown as Root;
}

/** A law as English names it, by words with capitals and its year: "Data Protection Act 1998". Without the year any "act" would do. */
const ENGLISH_LAW = /\b(?!(?:The|This|An?|Under|In|See|By|With|From|Our|Each)\s)(?:[A-Z][\w'’&-]*,?\s(?:(?:and|of|on|for|to|etc\.)\s){0,2}){1,12}(?:Act|Regulations|Ordinance)\s(?:19|20)\d{2}\b/g;

export type Read = BodyFacts & { readonly comments: readonly { text: string; position: Position }[] };
type Placed = { position?: Position | undefined };

/** What a body says, by the general parser. */
export function readBody(body: string, firstLine: number, ids: RegExp, parse: (body: string) => Root = parseMarkdown): Read {
  return readTree(parse(body), ids, (node) => shift(node.position, firstLine - 1));
}

/** One walk over a body: outline, links, claims, numbers, quoted titles, tables, live content, paragraphs. `place` gives a node's place in the file. */
export function readTree(root: Root, ids: RegExp, place: (node: Placed) => Position = (node) => node.position as Position): Read {
  const sections: Section[] = [], lengths: number[] = [];
  const links: Link[] = [], claims: Claim[] = [], mentions: Mention[] = [], quotes: Quote[] = [], numbers: NumberMention[] = [];
  const tables: Table[] = [], directives: Directive[] = [], hidden: Hidden[] = [];
  const places = Object.fromEntries(bodyLists.map((list) => [list, [] as number[]])) as Record<BodyList, number[]>;
  const comments: { text: string; position: Position }[] = [];
  const slugOf = slugger();
  const definitions: { identifier: string; link: Link; at: Position }[] = [];
  const paragraphs: { paragraph: Paragraph; at: Position }[] = [];
  let section = -1;
  let whole = 0;

  const unseen = hiddenGatherer(place);
  const add = <Item>(list: BodyList, items: Item[], item: Item, at: Position): void => {
    items.push(item);
    addPlace(places[list], at);
  };
  const count = (text: string): void => {
    const size = withoutSpace(text).length;
    whole += size;
    for (let at = section; at >= 0; at = sections[at]?.parent ?? -1) lengths[at] = (lengths[at] as number) + size;
  };

  const enterHeading = (node: Extract<Nodes, { type: 'heading' }>): void => {
    const { number, title } = splitNumber(textOf(node));
    let parent = sections.length - 1;
    while (parent >= 0 && (sections[parent]?.depth ?? 0) >= node.depth) parent = sections[parent]?.parent ?? -1;
    add('sections', sections, { depth: node.depth, title, number, slug: slugOf(textOf(node)), parent }, place(node));
    section = lengths.push(0) - 1;
  };

  const visit = (node: Node): void => {
    unseen.visit(node as Nodes);
    switch (node.type) {
      case 'heading': enterHeading(node); break;
      case 'text': scanText(node.value, place(node)); count(node.value); return;
      case 'inlineCode': case 'code': count(node.value); return;
      case 'html': comments.push(commentAt(node.value, place(node))); return;
      case 'link': add('links', links, { url: node.url, section, image: false }, place(node)); break;
      case 'image': add('links', links, { url: node.url, section, image: true }, place(node)); break;
      case 'definition': definitions.push({ identifier: node.identifier, link: { url: node.url, section, image: false }, at: place(node) }); break;
      case 'table': readTable(node); break;
      case 'paragraph': readParagraph(node); break;
      case 'textDirective': case 'leafDirective': case 'containerDirective':
        if (readDirective(node as DirectiveNode)) return;
        break;
      default: break;
    }
    if ('children' in node) for (const child of node.children) visit(child as Node);
  };

  const readDirective = (node: DirectiveNode): boolean => {
    const label = textOf(node as unknown as Nodes);
    if (node.type === 'textDirective' && node.name === 'req') {
      add('claims', claims, { item: label.trim(), section }, place(node));
      return true;
    }
    // A half-width colon before a word ("12:30", "时限:5日") parses as a text directive without label: it is plain text.
    if (node.type === 'textDirective' && node.children.length === 0) { count(`:${node.name}`); return true; }
    add('directives', directives, { name: node.name, attributes: { ...node.attributes }, section }, place(node));
    return false;
  };

  const readTable = (node: Extract<Nodes, { type: 'table' }>): void => {
    const [header = [], ...rows] = node.children.map((row) => row.children.map((cell) => textOf(cell).trim()));
    add('tables', tables, { header, rows, section }, place(node));
    for (const row of node.children.slice(1)) addPlace(places.rows, place(row));
  };

  const readParagraph = (node: Extract<Nodes, { type: 'paragraph' }>): void => {
    const text = withoutSpace(textOf(node));
    if (text.length < COMPARED_PARAGRAPH) return;
    paragraphs.push({ paragraph: { digest: textMark(text), length: text.length, section }, at: place(node) });
  };

  const scanText = (value: string, at: Position): void => {
    if (!/[/《]|\d\.\d|[A-Z][a-z]+\s(?:19|20)\d/.test(value)) return; // nothing below can be there
    const within = placesIn(value, at);
    for (const match of value.matchAll(ids)) add('mentions', mentions, { id: match[0], section }, within(match.index, match[0].length));
    for (const match of value.matchAll(/《([^《》\n]{2,80}(?:《[^《》\n]*》[^《》\n]*)?)》/g)) {
      add('quotes', quotes, { text: match[1] as string, section }, within(match.index, match[0].length));
    }
    for (const { 0: text, index } of value.matchAll(ENGLISH_LAW)) add('quotes', quotes, { text, section }, within(index, text.length));
    const sentenceAt = sentencesOf(value);
    for (const match of value.matchAll(/(?<![\w.%])\d(?:\.\d{1,2}){1,3}(?![\w%]|\.\d)/g)) {
      add('numbers', numbers, { number: match[0], sentence: sentenceAt(match.index), section }, within(match.index, match[0].length));
    }
  };

  for (const node of root.children) visit(node as RootContent);
  // A picture may be shown by reference; its definition stands elsewhere.
  for (const { identifier, link, at } of definitions) add('links', links, { ...link, image: unseen.pictured(identifier) }, at);
  for (const { what, position } of unseen.found()) add('hidden', hidden, { what }, position);
  const prose: Paragraph[] = [];
  const isList = listOfNumbers(mentions, places);
  for (const { paragraph, at } of paragraphs) if (!isList(at, paragraph.length)) add('paragraphs', prose, paragraph, at);
  return { sections, lengths: { whole, sections: lengths }, links, claims, mentions, quotes, numbers, tables, directives, paragraphs: prose, hidden, places, comments };
}

/** The words of a node without marks; claims and other inline directives with a label are left out. */
export function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  if (!('children' in node)) return '';
  return (node.children as Node[]).map((child) => {
    if (child.type === 'textDirective') return (child as DirectiveNode).children.length === 0 ? `:${(child as DirectiveNode).name}` : '';
    return textOf(child);
  }).join('');
}

/** "4.2 文件要求" → number "4.2" and title "文件要求"; also 一、 （二） 第三章 1. */
export function splitNumber(heading: string): { number: string; title: string } {
  const match = /^\s*((?:第[一二三四五六七八九十百]+[章节条])|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+)*[.、．]?|[A-Z]\.)\s*(?=\S)/.exec(heading);
  if (!match) return { number: '', title: heading.trim() };
  return { number: (match[1] as string).replace(/[.、．]$/, ''), title: heading.slice(match[0].length).trim() };
}

function withoutSpace(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

/** The sentence around a place in a text, at most 200 characters of it. Places are asked for in ascending order. */
function sentencesOf(value: string): (index: number) => string {
  const end = /[。；！？\n]|[;!?.](?=\s|$)/g;
  let from = 0;
  let to = -1;
  return (index) => {
    while (to < index && to < value.length) {
      from = to + 1;
      to = end.exec(value)?.index ?? value.length;
    }
    return value.slice(from, to).trim().slice(0, 200).toWellFormed();
  };
}

/** Where a match inside a text node stands; exact as long as the node has no escapes or soft breaks before it. Asked for in ascending order. */
function placesIn(value: string, at: Position): (index: number, size: number) => Position {
  const breaks = value.includes('\n') ? [...value.matchAll(/\n/g)].map(({ index }) => index) : [];
  return (index, size) => {
    let low = 0;
    for (let high = breaks.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] as number) < index) low = middle + 1;
      else high = middle;
    }
    const line = at.start.line + low;
    const column = low === 0 ? at.start.column + index : index - (breaks[low - 1] as number);
    return { start: { line, column }, end: { line, column: column + size } };
  };
}

/** A comment in a quote comes with the line break after it; it ends on its own last line. */
function commentAt(value: string, { start, end }: Position): { text: string; position: Position } {
  const text = value.replace(/\n$/, '');
  if (text === value) return { text, position: { start, end } };
  const lines = text.split('\n');
  const last = (lines[lines.length - 1] as string).length;
  return { text, position: { start, end: { line: start.line + lines.length - 1, column: start.column + last } } };
}

function shift(position: Position | undefined, lines: number): Position {
  const point = (p: Position['start'] | undefined): Position['start'] => ({ line: (p?.line ?? 1) + lines, column: p?.column ?? 1 });
  return { start: point(position?.start), end: point(position?.end) };
}
