import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import type { Position } from '#model/place.ts';
import { bodyGatherer, type BodyGatherer, type Read } from './body-gatherer.ts';

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

/** What a body says, by the general parser. `firstLine` is the number of its first line. */
export function readBody(body: string, firstLine: number, ids: RegExp, parse: (body: string) => Root = parseMarkdown): Read {
  const gatherer = bodyGatherer(ids);
  for (const node of parse(body).children) visit(node, firstLine - 1, gatherer);
  return gatherer.done();
}

function visit(node: Node, above: number, gatherer: BodyGatherer): void {
  const at = shift(node.position, above);
  switch (node.type) {
    case 'heading': gatherer.heading(node.depth, textOf(node), at); break;
    case 'paragraph': gatherer.paragraph(textOf(node), at); break;
    case 'table':
      gatherer.table(node.children.map((row) => row.children.map((cell) => textOf(cell).trim())), node.children.map(({ position }) => shift(position, above)), at);
      break;
    case 'text': return gatherer.text(node.value, at.start.line, at.start.column);
    case 'inlineCode': return gatherer.code(node.value);
    case 'code': return gatherer.fence(node.lang, node.value, at);
    case 'html': return gatherer.html(node.value, at);
    case 'link': gatherer.link(node.url, false, at); break;
    case 'image': return gatherer.link(node.url, true, at);
    case 'definition': return gatherer.definition(node.identifier, node.url, at);
    case 'footnoteDefinition': gatherer.footnote(node.identifier, at); break;
    case 'linkReference': gatherer.reference('link', node.identifier); break;
    case 'imageReference': return gatherer.reference('image', node.identifier);
    case 'footnoteReference': return gatherer.reference('footnote', node.identifier);
    case 'textDirective': case 'leafDirective': case 'containerDirective':
      if (readDirective(node as DirectiveNode, at, gatherer)) return;
      break;
    default: break;
  }
  if ('children' in node) for (const child of node.children) visit(child as Node, above, gatherer);
}

/** True where nothing in it is told besides. */
function readDirective(node: DirectiveNode, at: Position, gatherer: BodyGatherer): boolean {
  if (node.type === 'textDirective' && node.name === 'req') {
    gatherer.claim(textOf(node).trim(), at);
    return true;
  }
  // A half-width colon before a word ("12:30", "时限:5日") parses as a text directive without label: it is plain text.
  if (node.type === 'textDirective' && node.children.length === 0) {
    gatherer.code(`:${node.name}`);
    return true;
  }
  gatherer.directive(node.name, { ...node.attributes }, at);
  return false;
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

function shift(position: Position | undefined, lines: number): Position {
  const point = (p: Position['start'] | undefined): Position['start'] => ({ line: (p?.line ?? 1) + lines, column: p?.column ?? 1 });
  return { start: point(position?.start), end: point(position?.end) };
}
