import type { Schema } from 'hast-util-sanitize';

const cells = ['align', 'colSpan', 'rowSpan', 'scope'];
const paint = ['fill', 'stroke', 'strokeWidth', 'strokeDashArray', 'strokeLineJoin', 'strokeLineCap', 'opacity', 'transform', 'fillOpacity', 'strokeOpacity', 'fillRule'];
const lettering = ['fontSize', 'fontWeight', 'fontFamily', 'fontStyle', 'textAnchor', 'dominantBaseline', 'x', 'y', 'dx', 'dy'];

/**
 * What may reach a page: the last word on every tree made from a text or picture of a manual. Nothing that runs, loads or styles; a link
 * leads to the web, to a mailbox or to a place on the page, and a picture is data that we put in ourselves. `style` is never allowed.
 */
export const allowed: Schema = {
  strip: ['script', 'style', 'foreignObject', 'metadata', 'defs'],
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['data'] },
  tagNames: [
    'a', 'aside', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'figcaption', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'img', 'li', 'ol', 'p', 'pre', 'section', 'span', 'strong', 'sub', 'sup',
    'caption', 'col', 'colgroup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
    'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc',
  ],
  ancestors: {
    li: ['ol', 'ul'], tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'], col: ['table'], colgroup: ['table'], caption: ['table'], figcaption: ['figure'],
    ...Object.fromEntries(['g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc'].map((name) => [name, ['svg']])),
  },
  attributes: {
    '*': ['id', 'className', 'ariaLabel', 'ariaLabelledBy', 'ariaHidden', 'role', 'lang'],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy', 'dataToc'],
    img: ['src', 'alt', 'width', 'height'], ol: ['start'], section: ['dataFootnotes'], li: ['value'], col: ['span', 'width'],
    td: cells, th: cells,
    svg: ['viewBox', 'width', 'height', 'preserveAspectRatio', ...paint], g: [...paint, ...lettering],
    path: ['d', ...paint], rect: ['x', 'y', 'width', 'height', 'rx', 'ry', ...paint], circle: ['cx', 'cy', 'r', ...paint], ellipse: ['cx', 'cy', 'rx', 'ry', ...paint],
    line: ['x1', 'y1', 'x2', 'y2', ...paint], polyline: ['points', ...paint], polygon: ['points', ...paint], text: [...lettering, ...paint], tspan: [...lettering, ...paint],
  },
};
