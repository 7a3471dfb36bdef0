import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { compareClauses, findClause } from '#model/standard.ts';
import type { Wording } from '#model/text.ts';
import type { Touch } from './impact-touches.ts';
import type { References } from './references.ts';
import { kindWords, type RegisterEntry } from './register-entries.ts';

/** The words by which readers know a number; '' where nobody does. */
export function nameOf(id: string | undefined, { index }: Project): Wording {
  if (id === undefined) return '';
  return index.documents.get(id)?.[0]?.value.title ?? index.units.get(id)?.value.name ?? index.posts.get(id)?.value.name ?? index.people.get(id)?.value.name ?? index.processes.get(id)?.value.name ?? id;
}

export function clauseTouches(clauses: Iterable<string>, { standard }: Project): Touch[] {
  return [...new Set(clauses)].sort(compareClauses).map((id) => ({ id, name: findClause(standard, id)?.title ?? '' }));
}

export function blockTouches(blocks: readonly string[], { standard }: Project): Touch[] {
  const found = new Set(blocks);
  return standard.blocks.filter(({ id }) => found.has(id)).map(({ id, title }) => ({ id, name: title }));
}

export function documentTouches(documents: Iterable<Document>): Touch[] {
  return [...new Map([...documents].map(({ value }) => [value.id, { id: value.id, name: value.title }])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Objectives that name one of these numbers, are measured from one of them, or spring from a promise that one of them makes. */
export function objectiveTouches(ids: readonly string[], references: References, { registers }: Project): Touch[] {
  const naming = ids.flatMap((id) => references.entriesNaming(id));
  const measured = naming.filter(({ kind }) => kind === 'measurements').flatMap(({ value }) => (value as { objective?: string }).objective ?? []);
  const promised = new Set(naming.filter(({ list }) => list === 'promises').map(({ id }) => id));
  const found = new Set([...naming.filter(({ kind, list }) => kind === 'objectives' && list === 'objectives').map(({ id }) => id), ...measured]);
  return registers.objectives.filter(({ value }) => found.has(value.id) || value.promises?.some((promise) => promised.has(promise))).map(({ value }) => ({ id: value.id, name: value.statement }));
}

/** Registers whose entries live by what a document or law says, unlike those that keep what has happened. */
const living = new Set(['licensing', 'enforcement', 'consumer', 'support', 'channels', 'organization', 'exclusions', 'designs', 'suppliers', 'infrastructure', 'external-documents']);

export function entryTouches(entries: readonly RegisterEntry[]): Touch[] {
  return entries.filter(({ kind }) => living.has(kind)).map(({ id, name, kind }) => ({ id, name: name || (kindWords[kind] ?? kind) }));
}
