import type { Element, ElementContent } from 'hast';
import type { Code, Html, List, ListItem, Nodes, Parents } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { Refusal } from '#model/refusal.ts';
import type { Context, Heading, ShownClaim, Source } from './context.ts';
import { h } from './element.ts';
import { liveTable } from './live-table.ts';

/** One document on its way to a page; lists are filled as it is walked. */
export interface Working {
  readonly context: Context; readonly source: Source; readonly refusals: Refusal[]; readonly diagrams: ReadonlyMap<Code, Element>;
  readonly headings: Heading[]; readonly claims: ShownClaim[];
}
interface DirectiveNode { readonly type: string; readonly name: string; readonly attributes?: Readonly<Record<string, string>> | null; readonly children: Nodes[]; readonly data?: { readonly source?: Source } }

/** How our kinds of Markdown become elements; all others go the library's way. */
export function handlersFor(working: Working): Handlers {
  const directive = (state: State, node: DirectiveNode): ElementContent[] | Element => directiveOf(working, state, node);
  return {
    html: (_state: State, node: Html, parent: Parents | undefined) => shownHtml(node, parent),
    code: (_state: State, node: Code) => codeOf(working, node),
    listItem: listItem,
    textDirective: directive, leafDirective: directive, containerDirective: directive,
    yaml: () => undefined, toml: () => undefined,
  } as unknown as Handlers;
}

/** HTML in a manual is words, but for comments and line breaks. */
function shownHtml({ value }: Html, parent: Parents | undefined): ElementContent[] | Element {
  if (/^<br\s*\/?>$/i.test(value.trim())) return h('br', {});
  const rest = value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim();
  if (rest === '') return [];
  const block = parent === undefined || ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(parent.type);
  return h(block ? 'p' : 'code', { className: ['typed'] }, rest);
}

/** A flowchart, or code as it stands. */
function codeOf({ diagrams }: Working, node: Code): ElementContent {
  return diagrams.get(node) ?? h('pre', {}, h('code', {}, node.value === '' ? '' : `${node.value}\n`));
}

/** A box to be ticked is drawn by the style sheet; its state is words for whoever cannot see it. */
function listItem(state: State, node: ListItem, parent: Parents | undefined): ElementContent {
  const item = defaultHandlers.listItem(state, node, parent as List) as Element;
  if (typeof node.checked !== 'boolean') return item;
  const put = (children: ElementContent[]): ElementContent[] => children.map((child) => {
    if (child.type !== 'element') return child;
    if (child.tagName === 'input') return h('span', { className: node.checked ? ['box', 'ticked'] : ['box'], role: 'img', ariaLabel: node.checked ? '☑' : '☐' }, node.checked ? '√' : '');
    return child.tagName === 'p' ? { ...child, children: put(child.children) } : child;
  });
  return { ...item, children: put(item.children) };
}

function directiveOf(working: Working, state: State, node: DirectiveNode): ElementContent[] | Element {
  const { context } = working;
  const inside = (): ElementContent[] => state.all(node as unknown as Nodes) as ElementContent[];
  if (node.type === 'textDirective') {
    if (node.name === 'req') return claim(working, node);
    // A half-width colon before a word ("12:30") parses as a directive without label: it is plain text.
    return [{ type: 'text', value: `:${node.name}` }, ...(node.children.length > 0 ? [{ type: 'text', value: '[' } as const, ...inside(), { type: 'text', value: ']' } as const] : [])];
  }
  const source = node.data?.source;
  if (source) return h('section', { className: ['included'] }, ...inside().map((child) => stamped(child, source)));
  const tables = node.type === 'leafDirective' ? context.live(node.name, node.attributes ?? {}) : null;
  if (tables) return h('section', { className: ['live-content'] }, ...tables.map((table) => liveTable(table, context.locale)));
  return h('div', { className: ['container'] }, ...inside());
}

/** Which file an element comes from, told to the walk that resolves pictures and links. */
function stamped(node: ElementContent, source: Source): ElementContent {
  return node.type === 'element' ? { ...node, data: { source, ...node.data } as Element['data'] } : node;
}

/** The mark in the margin; dress.ts gives it its id, for only there the heading above it is known. */
function claim({ context }: Working, node: DirectiveNode): ElementContent[] {
  if (context.claims === 'drop') return [];
  return [h('span', { className: ['claim'] }, node.children.map((child) => ('value' in child ? child.value : '')).join('').trim())];
}
