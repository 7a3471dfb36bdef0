import { addMonths } from '#model/calendar.ts';
import { inForce, type Document } from '#model/document.ts';
import type { Entry } from '#model/place.ts';
import type { Project, Registers } from '#model/project.ts';
import { clauseOf, isWithin, type Expectation } from '#model/standard.ts';
import type { Locale, Text, Wording } from '#model/text.ts';
import type { Spot } from '../table.ts';
import { told } from './told.ts';

/** `part`: it is there, but some of it lacks something · `site`: shown at the post, no file of a workspace can hold it. */
export type ExpectedState = 'present' | 'part' | 'absent' | 'site';
/** Something that answers an expectation, by the number and name readers know it by, and the file it stands in. */
export interface Found { readonly label: string | Text; readonly spot: Spot }
/** What is expected and what there is of it; `lacking` are those that lack something, `most` recent first. */
export interface Expected { readonly text: Text; readonly state: ExpectedState; readonly found: readonly Found[]; readonly lacking: readonly Found[] }

/** What a workspace has of an expectation of the standard pack. `clause` is the one it is asked for, '' for a block. */
export function lookUp(expectation: Expectation, project: Project, clause: string): Expected {
  const { en, 'zh-CN': zh, from, where = {}, every = [], dated, months = project.standard.evidence.months, age = 0, least = 1 } = expectation;
  const text: Text = { en, 'zh-CN': zh };
  if (from === undefined) return { text, state: 'site', found: [], lacking: [] };
  const [since, until] = [addMonths(project.today, -months), addMonths(project.today, -age)];
  const entries = entriesOf(from, project).filter((entry) => (!expectation.claiming || showsHow(entry as Document, clause)) && Object.entries(where).every(([field, wanted]) => fits(valuesAt(entry, field), wanted)));
  const recent = dated === undefined ? entries : entries.map((entry) => ({ entry, day: dayOf(entry, dated) })).filter(({ day }) => day > since && day <= until).toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).map(({ entry }) => entry);
  const lacking = recent.filter((entry) => !every.every((field) => fits(valuesAt(entry, field), true)));
  return { text, state: recent.length < least ? 'absent' : lacking.length > 0 ? 'part' : 'present', found: recent.map((entry) => foundOf(entry, from)), lacking: lacking.map((entry) => foundOf(entry, from)) };
}

/** Lists whose ids nobody but the files knows. */
const byName: ReadonlySet<string> = new Set(['people', 'posts', 'units', 'sites']);
const nameKeys = ['name', 'title', 'statement', 'topic', 'text'] as const;

/** An entry of a list as something found: its number and its name, where it has one; people, posts, units and sites by their name alone. */
export function foundOf({ value, path }: Entry<unknown>, from = ''): Found {
  const fields = value as Readonly<Record<string, unknown>>;
  const number = labelOf(fields) || path;
  const name = told(nameKeys.map((key) => fields[key]).find((words) => typeof words === 'string' || isMap(words)) as Wording | undefined);
  const words = (locale: Locale): string => (byName.has(from) && name[locale] !== '' ? name[locale] : [number, name[locale]].filter(Boolean).join(' '));
  return { label: name.en === '' && name['zh-CN'] === '' ? number : { en: words('en'), 'zh-CN': words('zh-CN') }, spot: { path, line: 0 } };
}

function entriesOf(from: string, { documents, registers, today }: Project): readonly Entry<unknown>[] {
  return from === 'documents' ? documents.filter((document) => inForce(document, today)) : registers[from as keyof Registers];
}

/** A document shows how a clause is met by its front matter or by a line of its text. */
export function showsHow({ value, body }: Document, clause: string): boolean {
  return (value.clauses ?? []).some((named) => isWithin(clause, named)) || body.claims.some(({ item }) => clauseOf(item) === clause);
}

/** All that stands under `a.b`, through lists; what a register says of its entries as a whole (`block`) counts as theirs. */
function valuesAt(entry: Entry<unknown>, field: string): unknown[] {
  const { value, ...beside } = entry;
  return field.split('.').reduce<unknown[]>((values, key) => values.flatMap((one) => (isMap(one) ? one[key] ?? [] : [])), [{ ...('block' in beside ? { block: beside.block } : {}), ...(value as object) }]);
}

function fits(values: readonly unknown[], wanted: string | true | readonly string[]): boolean {
  if (wanted === true) return values.some((value) => value !== null && value !== '' && value !== false);
  return values.some((value) => (typeof wanted === 'string' ? value === wanted : wanted.includes(String(value))));
}

function dayOf(entry: Entry<unknown>, field: string): string {
  return String(valuesAt(entry, field)[0] ?? '');
}

/** What an entry is known by among its like. */
function labelOf(value: Readonly<Record<string, unknown>>): string {
  for (const keys of [['id'], ['no'], ['audit', 'unit', 'process'], ['objective', 'period'], ['document', 'copy'], ['clause'], ['site'], ['year']]) {
    if (value[keys[0] as string] !== undefined) return keys.flatMap((key) => (value[key] === undefined ? [] : [String(value[key])])).join(' ');
  }
  return '';
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
