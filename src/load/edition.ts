import type { Nodes } from 'mdast';
import type { Edition, EditionField, EditionSection, Unit } from '#model/edition.ts';
import { decode } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { beyondLimits } from './markdown-limits.ts';
import { parseMarkdown, textOf } from './markdown.ts';
import { sentencesOf } from './sentences.ts';
import { splitNumber } from './split-number.ts';
import { beyondTextLimits, markdownLimits } from './text-limits.ts';
import { parseYaml } from './yaml.ts';

/** Takes a document's text apart for comparing; null when the bytes are no text, or one beyond the limits: then nothing of it is parsed. A front matter that is no YAML is compared line by line. */
export function readEdition(bytes: Uint8Array, path: string): Edition | null {
  const { text: decoded } = decode(bytes, path);
  if (decoded === null) return null;
  const text = decoded.replaceAll('\r\n', '\n');
  const { yaml, body } = splitFrontMatter(text, path);
  if (beyondTextLimits(body, path, 1, markdownLimits) ?? beyondLimits(body, 1, path)) return null;
  const data: unknown = yaml === null ? null : parseYaml(yaml, path).data;
  const known = isMap(data);
  const word = (name: string): string => (known && data[name] !== undefined && data[name] !== null ? String(data[name]) : '');
  return {
    id: word('id'), revision: word('revision'), status: word('status'), text,
    fields: known ? fieldsOf(data) : yaml === null ? [] : [{ name: '---', list: true, values: yaml.split('\n').filter((line) => line.trim() !== '') }],
    sections: sectionsOf(body),
  };
}

function fieldsOf(data: Readonly<Record<string, unknown>>, prefix = ''): EditionField[] {
  return Object.entries(data).flatMap(([key, value]): EditionField[] => {
    const name = `${prefix}${key}`;
    if (isMap(value)) return fieldsOf(value, `${name}.`);
    return [Array.isArray(value) ? { name, list: true, values: value.map((element) => flow(element)) } : { name, list: false, values: [flow(value)] }];
  });
}

/** A value in one line, as YAML's flow style shows it; the outermost braces are left out. */
function flow(value: unknown, inner = false): string {
  if (Array.isArray(value)) return `[${value.map((element) => flow(element, true)).join(', ')}]`;
  if (!isMap(value)) return value === null || value === undefined ? '' : String(value);
  const pairs = Object.entries(value).map(([key, part]) => `${key}: ${flow(part, true)}`).join(', ');
  return inner ? `{${pairs}}` : pairs;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sectionsOf(body: string): EditionSection[] {
  const sections: { heading: string; path: string[]; units: Unit[] }[] = [{ heading: '', path: [], units: [] }];
  const above: { depth: number; title: string }[] = [];
  for (const node of parseMarkdown(body).children) {
    if (node.type === 'heading') {
      while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
      above.push({ depth: node.depth, title: splitNumber(textOf(node)).title });
      sections.push({ heading: inside(node, body), path: above.map(({ title }) => title), units: [] });
    } else sections.at(-1)?.units.push(...unitsOf(node, body));
  }
  return sections.filter(({ heading, units }) => heading !== '' || units.length > 0);
}

function unitsOf(node: Nodes, body: string): Unit[] {
  switch (node.type as string) {
    case 'paragraph': case 'heading': return sentences(inside(node, body));
    case 'tableRow': return 'children' in node ? [{ kind: 'row', cells: node.children.map((cell) => inside(cell, body)) }] : [];
    case 'thematicBreak': return [];
    case 'listItem': return items(node, body);
    case 'containerDirective': case 'footnoteDefinition': return [...lines(firstLine(node, body)), ...below(node, body)];
    case 'table': case 'list': case 'blockquote': return below(node, body);
    default: return lines(source(node, body));
  }
}

/** A box to be ticked is part of the words. */
function items(node: Nodes, body: string): Unit[] {
  const [first, ...rest] = below(node, body);
  const box = 'checked' in node && typeof node.checked === 'boolean' ? (node.checked ? '[x] ' : '[ ] ') : '';
  return first ? [{ ...first, cells: [`${box}${first.cells[0] ?? ''}`, ...first.cells.slice(1)] }, ...rest] : [];
}

function below(node: Nodes, body: string): Unit[] {
  return 'children' in node ? node.children.flatMap((child) => unitsOf(child, body)) : [];
}

function sentences(text: string): Unit[] {
  return sentencesOf(text).map((sentence) => ({ kind: 'sentence', cells: [sentence] }));
}

function lines(text: string): Unit[] {
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'line', cells: [line] }));
}

/** The Markdown of a node, without the marks that quotes and lists put before its further lines. */
function source({ position }: Nodes, body: string): string {
  return body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}

function firstLine(node: Nodes, body: string): string {
  return source(node, body).split('\n', 1)[0] ?? '';
}

/** The Markdown between the first and the last child: a heading without #, a cell without bars. */
function inside(node: Nodes, body: string): string {
  const children = 'children' in node ? node.children : [];
  const text = body.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0);
  return text.replace(/\n[ \t>]*/g, '\n').trim();
}
