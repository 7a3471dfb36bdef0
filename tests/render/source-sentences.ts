import type { Nodes } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * Every sentence, cell and heading that a reader of a Markdown file expects on paper, without white space. Read by another parser than the
 * tool's own. Claims are left out, code is taken line by line, of flowcharts the words of their labels.
 */
export function sourceSentences(markdown: string): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const found: string[] = [];
  const textOf = (node: Nodes): string => {
    const any = node as { type: string; name?: string; value?: string; children?: Nodes[] };
    if (any.type === 'textDirective') return any.name === 'req' ? '' : `:${any.name}`;
    if (any.type === 'html' || any.type === 'footnoteReference') return '';
    return any.value ?? (any.children ?? []).map(textOf).join('');
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'code') found.push(...(node.lang === 'mermaid' ? labels(node.value) : node.value.split('\n')));
    else if (['paragraph', 'heading', 'tableCell'].includes(node.type)) found.push(...textOf(node).split(/(?<=[。；！？])/));
    else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkGfm).use(remarkDirective).parse(body));
  return found.map(bare).filter((sentence) => sentence !== '');
}

/** What stands in the boxes and on the arrows of a flowchart, line by line. */
function labels(source: string): string[] {
  const boxes = [...source.matchAll(/\w(?:\(\[|\[\(|\[\[|\[\/|[[({])([^\])}]+)/g)].map((match) => match[1] ?? '');
  const arrows = [...source.matchAll(/(?:--|-\.|==) ([^-=>|]+?) (?:--|\.-|==)>/g)].map((match) => match[1] ?? '');
  return [...boxes, ...arrows].flatMap((label) => label.replace(/\/$/, '').split(/<br>/));
}

export function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
