import type { Element, ElementContent } from 'hast';

/** An element of the page tree. */
export function h(tagName: string, properties: Element['properties'], ...children: readonly (ElementContent | string)[]): Element {
  return { type: 'element', tagName, properties, children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)) };
}
