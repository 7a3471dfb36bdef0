import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** The tree that a browser would build from a piece of HTML. */
export function parseHtml(html: string): Root {
  return fromHtml(html, { fragment: true });
}

/** Visits every element and text below a node. */
export function walk(node: Nodes, element: (element: Element) => void, text: (value: string) => void = () => {}): void {
  if (node.type === 'element') element(node);
  if (node.type === 'text') text(node.value);
  if ('children' in node) for (const child of node.children) walk(child, element, text);
  if (node.type === 'element' && node.content) walk(node.content, element, text);
}
