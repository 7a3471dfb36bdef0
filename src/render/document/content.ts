import type { Element, Nodes, Root as Page } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Code, Nodes as Markdown } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { columnsOf } from '#i18n/columns.ts';
import { linkTarget } from '#model/link-target.ts';
import type { Refusal } from '#model/refusal.ts';
import type { Text } from '#model/text.ts';
import { allowed } from './allowed.ts';
import type { Content, Context, Source } from './context.ts';
import { h } from './element.ts';
import { DiagramError } from './flowchart/chart.ts';
import { flowchart } from './flowchart.ts';
import { dress } from './dress.ts';
import { handlersFor, type Working } from './handlers.ts';

const words = {
  notes: { en: 'Notes', 'zh-CN': '注释' }, back: { en: 'Back to the text', 'zh-CN': '返回正文' }, flowchart: { en: 'Flowchart', 'zh-CN': '流程图' },
  deep: { en: 'The text is nested too deeply to be printed.', 'zh-CN': '正文嵌套过深，无法打印。' },
  badDiagram: { en: 'The flowchart cannot be drawn: {problem}.', 'zh-CN': '流程图画不出来：{problem}。' },
} satisfies Record<string, Text>;

/**
 * The body of a document as HTML that is safe to show. Markdown becomes a tree, the tree is dressed (pictures, links, live content), and
 * the allow-list has the last word; only then is it written out, once. HTML typed into a manual is shown as the words it is, but for
 * comments, which are dropped, and `<br>`: a controlled page hides nothing that somebody approved, and runs nothing.
 */
export async function documentContent(source: Source, context: Context): Promise<Content> {
  try {
    return await contentOf(source, context);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // the stack is full: nobody nests like that by hand
    return { html: '', headings: [], claims: [], refusals: [{ at: lineOf(source, source.root, 0), text: words.deep }] };
  }
}

async function contentOf(source: Source, context: Context): Promise<Content> {
  const refusals: Refusal[] = [];
  const diagrams = new Map<Code, Element>();
  await prepare(source, context, { refusals, diagrams }, [source.path]);
  if (context.claims === 'drop') closeGaps(source.root);
  const working: Working = { context, source, refusals, diagrams, headings: [], claims: [] };
  const tree = toHast(source.root as Parameters<typeof toHast>[0], {
    clobberPrefix: `${context.prefix}n-`, footnoteLabel: words.notes[context.locale], footnoteLabelTagName: 'p', footnoteLabelProperties: { className: ['notes-title'] },
    footnoteBackLabel: words.back[context.locale], footnoteBackContent: '↑', handlers: handlersFor(working),
  }) as Page;
  const safe = sanitize(dress(tree, working), allowed);
  return { html: toHtml(safe as Nodes), headings: working.headings, claims: working.claims, refusals };
}

interface Prepared { readonly refusals: Refusal[]; /** Figures by the block of code that they take the place of. */ readonly diagrams: Map<Code, Element> }

/** What takes time or another file is done before the walk: diagrams are placed, included files put in. */
async function prepare(source: Source, context: Context, into: Prepared, inside: readonly string[]): Promise<void> {
  const visit = async (node: Markdown): Promise<void> => {
    if (node.type === 'code' && node.lang?.toLowerCase() === 'mermaid') {
      const drawn = await flowchart(node.value, words.flowchart[context.locale]);
      if (drawn instanceof DiagramError) into.refusals.push({ at: lineOf(source, node, drawn.line + 1), text: sentence(drawn), args: drawn.args });
      else into.diagrams.set(node, h('figure', { className: ['diagram'] }, drawn.svg, ...(drawn.title === '' ? [] : [h('figcaption', {}, drawn.title)])));
    }
    if (!('children' in node)) return;
    const children = node.children as Markdown[];
    for (const child of children) {
      await visit(child);
      const file = includedFile(child);
      if (file === undefined) continue;
      const target = linkTarget(source.path, file);
      const found = target.kind === 'file' && !inside.includes(target.path) ? context.include(target.path) : null;
      if (found === null) {
        into.refusals.push({ at: lineOf(source, child, 0), text: { en: '{file} cannot be included: there is no such Markdown file, or it includes itself.', 'zh-CN': '无法插入 {file}：没有这个 Markdown 文件，或者它插入了自己。' }, args: { file } });
        continue;
      }
      await prepare(found, context, into, [...inside, found.path]);
      (child as { children?: unknown }).children = found.root.children;
      (child as { data?: unknown }).data = { source: found };
    }
  };
  await visit(source.root);
}

/** A claim stands between blanks in the source; where Chinese goes on after it, they would be left as a gap. */
function closeGaps(node: Markdown): void {
  if (!('children' in node)) return;
  const children = node.children as Markdown[];
  for (const [index, child] of children.entries()) {
    if (!isClaim(child)) { closeGaps(child); continue; }
    const before = children[index - 1];
    const after = children.slice(index + 1).find((next) => !isClaim(next) && !(next.type === 'text' && next.value.trim() === ''));
    const last = before?.type === 'text' ? before.value.trimEnd().slice(-1) : '';
    if (columnsOf(last) !== 2) continue;
    if (before?.type === 'text') before.value = before.value.trimEnd();
    for (const next of children.slice(index + 1, after ? children.indexOf(after) + 1 : undefined)) if (next.type === 'text') next.value = next.value.trimStart();
  }
}

function isClaim(node: Markdown): boolean {
  const { type, name } = node as unknown as { type: string; name?: string };
  return type === 'textDirective' && name === 'req';
}

/** The file that `::include{file=…}` names. */
function includedFile(node: Markdown): string | undefined {
  const directive = node as unknown as { type: string; name?: string; attributes?: Record<string, string> | null };
  return directive.type === 'leafDirective' && directive.name === 'include' ? directive.attributes?.['file'] ?? '' : undefined;
}

function lineOf(source: Source, node: Markdown, further: number): Refusal['at'] {
  const line = (node.position?.start.line ?? 1) + source.firstLine - 1 + further;
  return { path: source.path, position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}

function sentence({ text }: DiagramError): Text {
  const put = (locale: 'en' | 'zh-CN'): string => words.badDiagram[locale].replace('{problem}', () => text[locale]);
  return { en: put('en'), 'zh-CN': put('zh-CN') };
}
