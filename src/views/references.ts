import type { Document } from '#model/document.ts';
import type { Project } from '#model/project.ts';
import { allWords } from '#model/text.ts';
import { registerEntries, type RegisterEntry } from './register-entries.ts';

/** Who names whom in a workspace, by number: in a field, in running text, by a title in 《 》, by a link. */
export interface References {
  readonly entries: readonly RegisterEntry[];
  documentsNaming(id: string): readonly Document[];
  entriesNaming(id: string): readonly RegisterEntry[];
  /** The known numbers in the fields of something. */
  namedIn(value: unknown): ReadonlySet<string>;
  /** The known numbers that a document names anywhere. */
  namedBy(document: Document): ReadonlySet<string>;
}

/**
 * Reads all references of a workspace once. Numbers and titles of an `earlier` state are known too: what is gone may still be named.
 * Numbers without a digit are left out: the id of a unit is a word like others.
 */
export function referencesIn(project: Project, earlier: Project): References {
  const { documents } = project;
  const entries = registerEntries(project);
  const externals = [...earlier.registers.externals, ...project.registers.externals];
  const ownerOf = new Map(externals.flatMap(({ value }) => (value.limits ?? []).map((limit) => [limit.id, value.id] as const)));
  const everyDocument = [...earlier.documents, ...documents];
  const known = new Set([...everyDocument.map(({ value }) => value.id), ...[...registerEntries(earlier), ...entries].map(({ id }) => id), ...ownerOf.keys()].filter((id) => /\d/.test(id)));
  const titles = new Map<string, string>();
  for (const { value } of [...externals, ...everyDocument]) for (const title of [...allWords(value.title), ...(value.aliases ?? [])]) titles.set(bare(title), value.id);
  const byPath = new Map(everyDocument.map(({ path, value }) => [path, value.id]));

  const find = (text: string, found: Set<string>): void => {
    const whole = known.has(text) ? [text] : [...text.matchAll(/[A-Za-z0-9]+(?:[/_.-][A-Za-z0-9]+)*/g)].flatMap(([word]) => (known.has(word) ? [word] : known.has(parentOf(word)) ? [parentOf(word)] : []));
    for (const id of whole) {
      found.add(id);
      const owner = ownerOf.get(id);
      if (owner !== undefined) found.add(owner);
    }
  };
  const namedIn = (value: unknown, found = new Set<string>()): Set<string> => {
    if (typeof value === 'string') find(value, found);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) namedIn(inner, found);
    return found;
  };
  const namedBy = (document: Document): Set<string> => {
    const found = namedIn({ ...document.value, id: '' });
    for (const { id } of document.body.mentions) if (known.has(id)) found.add(id);
    for (const { text } of document.body.quotes) found.add(titles.get(bare(text)) ?? '');
    for (const { url } of document.body.links) found.add(byPath.get(resolve(document.path, url)) ?? '');
    found.delete(document.value.id);
    found.delete('');
    return found;
  };
  const byDocument = inverse(documents.map((document) => [document, namedBy(document)]));
  const byEntry = inverse(entries.map((entry) => [entry, namedIn(entry.value)]));
  return {
    entries, namedIn: (value) => namedIn(value), namedBy,
    documentsNaming: (id) => byDocument.get(id) ?? [],
    entriesNaming: (id) => (byEntry.get(id) ?? []).filter((entry) => entry.id !== id),
  };
}

/** A filled record's number begins with its form's: AB/QR-QP01-01/2004-001. */
function parentOf(word: string): string {
  return word.slice(0, Math.max(0, word.lastIndexOf('/')));
}

function inverse<T>(pairs: readonly (readonly [T, ReadonlySet<string>])[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const [from, ids] of pairs) {
    for (const id of ids) {
      const known = map.get(id);
      if (known) known.push(from);
      else map.set(id, [from]);
    }
  }
  return map;
}

function bare(title: string): string {
  return title.replace(/[《》\s]/g, '');
}

/** A link's target as a path from the workspace. */
function resolve(path: string, url: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of url.replace(/[?#].*$/, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
