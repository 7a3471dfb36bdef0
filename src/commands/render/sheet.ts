import { inForce, type Document } from '#model/document.ts';
import type { Diagnostic } from '#model/diagnostic.ts';
import type { Place } from '#model/place.ts';
import type { Refusal } from '#model/refusal.ts';
import { requirementText } from '#model/standard.ts';
import { isMarkdown, splitFrontMatter } from '#load/front-matter.ts';
import { decode } from '#load/decode.ts';
import { entryBytes } from '#load/entry.ts';
import { parseMarkdown } from '#load/markdown.ts';
import { printedAnchor } from '#render/document/anchor.ts';
import { documentContent } from '#render/document/content.ts';
import type { Context, Source } from '#render/document/context.ts';
import type { Leaf } from '#render/document/print.ts';
import type { IndexedClaim } from '#render/document/clause-index.ts';
import { controlledDocument, type IssuedCopy, type Mark } from '#views/controlled/document.ts';
import { liveContent } from '#views/controlled/live.ts';
import type { OpenedProject } from './open.ts';

/** One paper to be made: a document, or a book of several, under one mark. `name` is that of its file, without ending. */
export interface Sheet { readonly name: string; readonly documents: readonly Document[]; readonly mark: Mark; readonly copy?: IssuedCopy }
export interface MadeSheet { readonly leaves: readonly Leaf[]; readonly claims: readonly IndexedClaim[]; readonly refusals: readonly Refusal[] }

/** Errors that the check found in a document. */
export function faultsOf({ judged }: OpenedProject, { path }: Document): Diagnostic[] {
  return judged.diagnostics.filter(({ at, severity }) => at.path === path && severity === 'error');
}

/** Why a document may not be printed as controlled: it is not in force, or something is wrong with it. */
export function whyNotControlled(opened: OpenedProject, document: Document): Refusal[] {
  const { value, path } = document;
  const args = { id: value.id, status: value.status ?? '', effective: value.effective ?? '' };
  const status = opened.locate({ path, pointer: '/status' });
  if (!inForce(document, opened.project.today)) return [{ at: status, args, text: { en: '{id} is not in force (status "{status}", in force from {effective}); it may only be printed as a draft or uncontrolled.', 'zh-CN': '{id} 不在有效期内（状态“{status}”，生效日期 {effective}），只能作为草案或非受控件打印。' } }];
  return faultsOf(opened, document).map(({ at, code }) => ({ at, args: { ...args, code }, text: { en: '{id} has an error ({code}) and cannot be printed as controlled; `qms validate` tells more.', 'zh-CN': '{id} 有错误（{code}），不能作为受控件打印；详见 `qms validate`。' } }));
}

/** Turns the documents of a sheet into pages. Links lead to other parts of the same sheet, unless `link` knows more places. */
export async function makeSheet(opened: OpenedProject, sheet: Sheet, claims: Context['claims'], link: Context['link'] | undefined = undefined): Promise<MadeSheet> {
  const { project } = opened;
  const leaves: Leaf[] = [];
  for (const [index, document] of sheet.documents.entries()) {
    const source = sourceAt(opened, document.path);
    if (!source) throw new Error(`${document.path} vanished`);
    const content = await documentContent(source, {
      locale: project.config.language, prefix: `p${index}-`, claims, ...(link ? {} : { anchor: printedAnchor }),
      file: (path) => entryBytes(opened.tree.get(path)),
      live: (name, attributes) => liveContent(project, name, attributes),
      include: (path) => sourceAt(opened, path),
      link: link ?? (({ path, anchor }) => {
        const part = sheet.documents.findIndex((one) => one.path === path);
        return part < 0 ? undefined : anchor === '' ? `#part-${part}` : `#p${part}-${printedAnchor(anchor)}`;
      }),
    });
    leaves.push({ view: controlledDocument(project, document, sheet.mark, sheet.copy), content });
  }
  const index = leaves.flatMap(({ content }) => content.claims).map((claim): IndexedClaim => ({ ...claim, requirement: requirementText(project.standard, claim.item)?.[project.config.language] ?? '' }));
  return { leaves, claims: index, refusals: leaves.flatMap(({ content }) => content.refusals) };
}

/** A Markdown file of the workspace, parsed; null when there is none that can be read. */
function sourceAt({ tree }: OpenedProject, path: string): Source | null {
  const bytes = isMarkdown(path) ? entryBytes(tree.get(path)) : null;
  const text = bytes && decode(bytes, path).text;
  if (text === null) return null;
  const { body, bodyLine } = splitFrontMatter(text, path);
  return { path, root: parseMarkdown(body), firstLine: bodyLine };
}

/** Where a character stands: in the documents of the sheet first, else in any file that may reach the page. */
export function whereIs({ tree }: Pick<OpenedProject, 'tree'>, { documents }: Pick<Sheet, 'documents'>): (char: string) => Place | undefined {
  const paths = [...documents.map(({ path }) => path), ...tree.entries.map(({ path }) => path).filter((path) => /\.(?:md|ya?ml|svg)$/i.test(path))];
  return (char) => {
    for (const path of paths) {
      const bytes = entryBytes(tree.get(path));
      const lines = bytes ? new TextDecoder().decode(bytes).split(/\r\n?|\n/) : [];
      const line = lines.findIndex((one) => one.includes(char));
      if (line >= 0) return { path, position: { start: { line: line + 1, column: (lines[line] as string).indexOf(char) + 1 }, end: { line: line + 1, column: (lines[line] as string).indexOf(char) + 2 } } };
    }
    return undefined;
  };
}
