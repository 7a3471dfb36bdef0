import { compareCodePoints } from '#model/diagnostic.ts';
import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import type { Locale } from '#model/text.ts';
import { fill } from './fill.ts';
import { nextNumber, patternOf, shortNumber } from './next-number.ts';

export interface Wish { readonly type: string; readonly title: string; readonly owner: string; readonly block?: string; readonly clauses: readonly string[]; readonly procedure?: string; readonly path?: string }
export interface NewFile { readonly id: string; readonly path: string; readonly text: string }

/** A draft with the next free number. Null when the numbering gives none: no pattern, or a part of it not told. */
export function newDocument(project: Project, wish: Wish, template: string, language: Locale): NewFile | null {
  const pattern = patternOf(project.config.numbering, wish.type);
  const taken = [...project.index.documents.keys(), ...project.registers.externals.map(({ value }) => value.id)];
  const parts = { ...(wish.block ? { block: wish.block } : {}), ...(wish.procedure ? { parent: shortNumber(wish.procedure) } : {}), year: project.today.slice(0, 4) };
  const id = pattern && nextNumber(pattern, parts, project.config.numbering, taken);
  if (!id) return null;
  const text = fill(template, {
    id: quote(id), title: quote(wish.title), language, owner: quote(wish.owner), heading: wish.title, procedure: quote(wish.procedure ?? ''),
    blocks: list(wish.block ? [wish.block] : []), clauses: list(wish.clauses.map((clause) => JSON.stringify(clause))), today: project.today,
  });
  return { id, path: wish.path ?? `${folderFor(wish, project.documents)}${id.slice(id.lastIndexOf('/') + 1)}.md`, text };
}

/** Where most of the other documents of the type lie, of the same block where one is named; else a folder named after the type. */
function folderFor({ type, block }: Wish, documents: readonly Document[]): string {
  const alike = documents.filter(({ value }) => value.type === type);
  const near = block === undefined ? [] : alike.filter(({ value }) => value.blocks?.includes(block) && value.blocks.length === 1);
  const folders = Map.groupBy((near.length > 0 ? near : alike).map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1)), (folder) => folder);
  return [...folders].sort(([a, one], [b, other]) => other.length - one.length || compareCodePoints(a, b))[0]?.[0] ?? `${type}s/`;
}

/** A YAML scalar that stays a string whatever it looks like. */
function quote(text: string): string {
  return /^[\p{L}][\p{L}\p{N}/ -]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

function list(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}
