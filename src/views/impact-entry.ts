import type { Project } from '#model/project.ts';
import { clauseOf, requirementText } from '#model/standard.ts';
import type { EntryChange } from './impact-changes.ts';
import { blockTouches, clauseTouches, documentTouches, entryTouches, nameOf, objectiveTouches } from './impact-names.ts';
import { openAudits, openNonconformities } from './impact-open.ts';
import type { Touches } from './impact-touches.ts';
import { namedPosts } from './named-posts.ts';
import type { References } from './references.ts';

/** What a changed entry of a register touches: what its fields name, and who names it. */
export function entryImpact(change: EntryChange, before: Project, after: Project, references: References): Touches {
  const sides = [change.before?.value, change.after?.value].filter((side) => side !== undefined);
  const field = (...keys: readonly string[]): string[] => [...new Set(sides.flatMap((side) => wordsAt(side, new Set(keys))))];
  const items = field('item', 'items').filter((item) => requirementText(after.standard, item) !== undefined);
  const clauses = new Set([...field('clause', 'clauses'), ...items.map(clauseOf)]);
  const named = sides.flatMap((side) => [...references.namedIn(side)]).filter((id) => id !== change.id);
  const document = (id: string): ReturnType<typeof after.index.documents.get> => after.index.documents.get(id) ?? before.index.documents.get(id);
  const documents = [...named.flatMap((id) => document(id) ?? []), ...references.documentsNaming(change.id), ...byOrganization(change, after)];
  const entries = references.entriesNaming(change.id);
  const processes = new Set([...named, ...entries.filter(({ kind }) => kind === 'processes').map(({ id }) => id)].filter((id) => after.index.processes.has(id)));
  const forms = documents.filter(({ value }) => value.type === 'form');
  const others = documents.filter(({ value }) => value.type !== 'form');
  const scope = { id: change.id, clauses, processes: new Set([...processes, change.id]), documents: new Set(documents.map(({ value }) => value.id)), units: new Set(field('unit', 'units')) };
  return {
    clauses: clauseTouches(clauses, after), items: items.map((id) => ({ id, name: requirementText(after.standard, id) ?? '' })), blocks: blockTouches(field('block', 'blocks'), after),
    forms: documentTouches(forms), documents: documentTouches(others),
    processes: [...processes].sort().map((id) => ({ id, name: nameOf(id, after) })),
    entries: entryTouches(entries),
    objectives: objectiveTouches([change.id], references, after),
    audits: openAudits(after, scope), nonconformities: openNonconformities(after, scope),
  };
}

/** Units and posts are named by words: documents that a unit answers for, step tables in which a post works. */
function byOrganization({ before, after: now, id }: EntryChange, after: Project): Project['documents'] {
  const list = (now ?? before)?.kind === 'organization' ? (now ?? before)?.list : undefined;
  if (list === 'units') return after.documents.filter(({ value }) => value.owner === id || value.keeper === id);
  return list === 'posts' ? after.documents.filter((document) => namedPosts(document, after).includes(id)) : [];
}

/** All words at keys of these names, however deep. */
function wordsAt(value: unknown, keys: ReadonlySet<string>): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => wordsAt(inner, keys));
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(keys.has(key) ? [inner].flat().filter((word): word is string => typeof word === 'string') : []), ...wordsAt(inner, keys),
  ]);
}
