import type { Element, ElementContent } from 'hast';
import { SaxesParser } from 'saxes';

const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 100;

/** What a drawing is made of. Anything else goes with all that is in it, but for links, whose drawing stays. */
const drawn = new Set(['svg', 'g', 'a', 'switch', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc']);

/**
 * An SVG picture as a tree; the allow-list comes after it. Null when it is no well-formed XML, or none that anybody drew.
 * Entities of a DOCTYPE are not expanded: a text that needs them is not well-formed for us.
 */
export function readSvg(text: string): Element | null {
  const parser = new SaxesParser({ xmlns: false });
  const root: Element = { type: 'element', tagName: 'root', properties: {}, children: [] };
  const open: Element[] = [root];
  let elements = 0;
  let broken = false;
  const add = (node: ElementContent): void => { open.at(-1)?.children.push(node); };
  parser.on('error', () => { broken = true; });
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > MAX_ELEMENTS || open.length > MAX_DEPTH) broken = true;
    if (broken) return;
    const element: Element = { type: 'element', tagName: name.replace(/^svg:/, ''), properties: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [propertyOf(key), value])), children: [] };
    add(element);
    open.push(element);
  });
  parser.on('closetag', () => { if (!broken) open.pop(); });
  parser.on('text', (value) => { if (!broken) add({ type: 'text', value }); });
  parser.on('cdata', (value) => { if (!broken) add({ type: 'text', value }); });
  parser.write(text).close();
  const svg = root.children.find((child): child is Element => child.type === 'element');
  if (broken || svg?.tagName !== 'svg') return null;
  delete svg.properties['id'];
  return sized(onlyDrawing(svg));
}

/** `stroke-width` → strokeWidth, as the tree names it. `style` keeps its name and falls to the allow-list. */
function propertyOf(attribute: string): string {
  if (attribute === 'stroke-dasharray') return 'strokeDashArray';
  if (attribute === 'stroke-linejoin') return 'strokeLineJoin';
  if (attribute === 'stroke-linecap') return 'strokeLineCap';
  return attribute.replace(/^(?!aria|data)([a-z]+)-([a-z])([a-z]*)$/, (_, head: string, first: string, rest: string) => `${head}${first.toUpperCase()}${rest}`);
}

/** Ids and classes of a picture could name those of the page. A paint that refers to somewhere (`url(…)`) is no colour. */
function onlyDrawing(element: Element): Element {
  for (const [name, value] of Object.entries(element.properties)) {
    if (['id', 'className', 'class'].includes(name) || /url\s*\(|\\|expression|:/i.test(String(value)) && name !== 'ariaLabel') delete element.properties[name];
  }
  element.children = element.children.filter((child) => child.type !== 'element' || drawn.has(child.tagName));
  for (const child of element.children) if (child.type === 'element') onlyDrawing(child);
  return element;
}

/** A picture without viewBox gets one from its size, so that it can be made smaller. */
function sized(svg: Element): Element {
  const number = (name: string): number | undefined => { const value = /^\s*([\d.]+)(?:px)?\s*$/.exec(String(svg.properties[name] ?? ''))?.[1]; return value === undefined ? undefined : Number(value); };
  const [width, height] = [number('width'), number('height')];
  if (svg.properties['viewBox'] === undefined && width && height) svg.properties['viewBox'] = `0 0 ${width} ${height}`;
  return svg;
}
