import { lineOf } from '#model/body-places.ts';
import { inForce, type Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { clauseOf } from '#model/standard.ts';
import type { Spot } from './table.ts';

/** A place where a requirement is met: document number, path and line, title of the section. */
export interface Evidence { readonly document: string; readonly path: string; readonly line: number; readonly section: string; readonly item: string; readonly blocks: readonly string[]; readonly owner: string }

/** All item claims of documents in force: the manual's first, then those of documents whose front matter names the clause, then by path and line. */
export function evidences({ documents, today }: Project): Evidence[] {
  const rank = ({ from, evidence }: { from: Document; evidence: Evidence }): number => (from.value.type === 'manual' ? 0 : named(from, evidence.item) ? 1 : 2);
  return evidencesOf(documents.filter((document) => inForce(document, today))).sort((a, b) => rank(a) - rank(b)).map(({ evidence }) => evidence);
}

function evidencesOf(documents: readonly Document[]): { from: Document; evidence: Evidence }[] {
  return documents.flatMap((document) => document.body.claims.map(({ item, section }, at) => ({ from: document, evidence: {
    document: document.value.id, path: document.path, line: lineOf(document.body, 'claims', at), item,
    section: sectionTitle(document, section), blocks: document.value.blocks ?? [], owner: document.value.owner ?? '',
  } })));
}

/** `MSGS/QP-01 procedures/QP-01.md:31`. */
export function cite({ document, path, line }: Evidence): string {
  return `${document} ${path}:${line}`;
}

/** One line for each document: `MSGS/QP-01 procedures/QP-01.md:31, 33, 40`. */
export function citeAll(found: readonly Evidence[]): string[] {
  return [...Map.groupBy(found, ({ path }) => path).values()].map((places) => `${cite(places[0] as Evidence)}${[...new Set(places.map(({ line }) => line))].slice(1).map((line) => `, ${line}`).join('')}`);
}

/** Where the lines of `citeAll` lead. */
export function firstSpots(found: readonly Evidence[]): Spot[] {
  return [...Map.groupBy(found, ({ path }) => path).values()].map((places) => ({ path: (places[0] as Evidence).path, line: (places[0] as Evidence).line }));
}

/** A document that names no block holds for all of them, as the manual does. */
export function inBlock({ blocks }: Evidence, block: string): boolean {
  return blocks.length === 0 || blocks.includes(block);
}

/** The front matter names the clause of the item. */
function named(document: Document, item: string): boolean {
  return document.value.clauses?.includes(clauseOf(item)) ?? false;
}

function sectionTitle(document: Document, section: number): string {
  return document.body.sections[section]?.title ?? '';
}
