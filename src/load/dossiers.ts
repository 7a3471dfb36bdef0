import { claimingOf, type Claiming } from '#model/claiming.ts';
import { inForce, type Document } from '#model/document.ts';
import type { BlockDossier, ClauseDossier } from '#model/dossier.ts';
import type { BodyFacts } from '#model/facts.ts';
import { onceFor } from '#model/once-for.ts';
import type { Post } from '#model/organization.ts';
import { spot, pointerKeys, type Entry, type Spot } from '#model/place.ts';
import type { Project, Registers } from '#model/project.ts';
import { auditableClauses, isWithin, type Clause } from '#model/standard.ts';

type Base = Omit<Project, 'clauses' | 'blocks'>;
/** Where a part of a dossier comes from: pointer prefix → entry. */
type Origins = Map<string, Entry<unknown>>;

export interface Dossiers { readonly clauses: readonly ClauseDossier[]; readonly blocks: readonly BlockDossier[] }

/**
 * One dossier for each auditable clause: what claims it, who answers for it, what proves it; and one for each functional block: its units,
 * processes, documents, and its own register. All share one view of the workspace and one summary of each document.
 */
export function buildDossiers(base: Base): Dossiers {
  const summaries = new Map(base.documents.map((document) => [document, summary(document, base)]));
  const summed = (document: Entry<unknown>): unknown => summaries.get(document as Document);
  const workspace = workspaceFacet(base, summed);
  const claiming = claimingOf(base.documents, base.standard);
  return {
    clauses: auditableClauses(base.standard).map((clause) => clauseDossier(base, clause, workspace, claiming, summed)),
    blocks: base.standard.blocks.map(({ id }) => blockDossier(base, id, workspace, summed)),
  };
}

type Summed = (document: Entry<unknown>) => unknown;

function clauseDossier(base: Base, clause: Clause, workspace: Shared, claims: Claiming, summed: Summed): ClauseDossier {
  const { registers, index, standard } = base;
  const origins: Origins = new Map();
  const list = <T>(name: string, entries: readonly Entry<T>[], show: (entry: Entry<T>) => unknown = ({ value }) => value): unknown[] =>
    entries.map((entry, at) => { origins.set(`/${name}/${at}`, entry); return show(entry); });

  // A row for a chapter speaks for the clauses below it that have none of their own.
  const row = registers.responsibilities.filter(({ value }) => isWithin(clause.number, value.clause)).sort((a, b) => b.value.clause.length - a.value.clause.length)[0];
  const claiming = claims.clauses.get(clause.number) ?? [];
  const procedures = claiming.filter(({ value }) => value.type === 'procedure');
  const data = {
    clause: clause.number,
    today: base.today,
    excluded: index.excludedClauses.has(clause.number) ? 'whole' : registers.exclusions.some(({ value }) => value.clause === clause.number) ? 'part' : 'no',
    lead: row?.value.lead ?? [],
    lead_blocks: [...new Set((row?.value.lead ?? []).map((unit) => blockOf(unit, base) ?? ''))],
    related: row?.value.related ?? [],
    documents: list('documents', claiming, summed),
    procedures: list('procedures', procedures, summed),
    claims: Object.fromEntries((clause.items ?? []).map(({ id }) => [id, (claims.items.get(id) ?? []).filter((document) => inForce(document, base.today)).map(({ value }) => ({ document: value.id, type: value.type, blocks: value.blocks ?? [] }))])),
    records: Object.fromEntries(standard.records.filter((record) => record.clause === clause.number).map(({ id }) => [id, formsFor(id, base, origins, summed)])),
    processes: list('processes', registers.processes.filter(({ value }) => value.clauses?.some((named) => isWithin(clause.number, named)))),
    workspace: workspace.data,
  };
  const fallback: Entry<unknown> = row ?? { value: null, path: base.configPath, pointer: '/standard' };
  return { clause: clause.number, excluded: index.excludedClauses.has(clause.number), data, source: sourceOf(origins, workspace, fallback) };
}

function blockDossier(base: Base, block: string, workspace: Shared, summed: Summed): BlockDossier {
  const { registers } = base;
  const origins: Origins = new Map();
  const list = <T>(name: string, entries: readonly Entry<T>[], show: (entry: Entry<T>) => unknown = ({ value }) => value): unknown[] =>
    entries.map((entry, at) => { origins.set(`/${name}/${at}`, entry); return show(entry); });
  const own = { licensing: registers.licensing, enforcement: registers.enforcement, consumer: registers.consumer, support: registers.support }[block] ?? [];
  const units = registers.units.filter(({ value }) => value.block === block);
  const unitIds = new Set(units.map(({ value }) => value.id));
  const data = {
    block,
    today: base.today,
    register: list('register', own as readonly Entry<unknown>[]),
    units: list('units', units),
    posts: list('posts', registers.posts.filter(({ value }) => unitIds.has(value.unit))),
    processes: list('processes', registers.processes.filter(({ value }) => value.block === block)),
    documents: list('documents', base.documents.filter(({ value }) => value.blocks?.includes(block)), summed),
    objectives: list('objectives', registers.objectives.filter(({ value }) => value.blocks?.includes(block))),
    workspace: workspace.data,
  };
  const fallback: Entry<unknown> = own[0] ?? units[0] ?? { value: null, path: base.configPath, pointer: '/kind' };
  return { block, data, source: sourceOf(origins, workspace, fallback) };
}

const titlesOf = onceFor(({ sections }: BodyFacts) => sections.map(({ title }) => title));
const claimsOf = onceFor(({ claims }: BodyFacts) => [...new Set(claims.map(({ item }) => item))]);
const directivesOf = onceFor(({ directives }: BodyFacts) => [...new Set(directives.map(({ name }) => name))]);

/** Rows of the tables that have a column of steps. */
function stepsOf({ tables }: BodyFacts, titles: readonly string[]): number {
  return tables.filter(({ header }) => header.some((cell) => titles.includes(cell))).reduce((sum, { rows }) => sum + rows.length, 0);
}

/** What a document says of itself. Of its text only that is read which a schema asks for: an edit that changes none of it leaves every demand as it was. */
function summary(document: Document, base: Base): Record<string, unknown> {
  const { value, body, path } = document;
  return {
    ...value, path, in_force: inForce(document, base.today),
    get sections() { return titlesOf(body); }, get length() { return body.lengths.whole; },
    approved_by_top: holdsTopPost(value.approved?.by, base),
    get claims() { return claimsOf(body); },
    get directives() { return directivesOf(body); },
    get steps() { return stepsOf(body, base.words.columns.step); },
  };
}

function formsFor(record: string, base: Base, origins: Origins, summed: Summed): unknown[] {
  return base.documents.filter(({ value }) => value.type === 'form' && value.evidences?.includes(record)).map((form, at) => {
    origins.set(`/records/${record}/${at}`, form);
    return summed(form);
  });
}

interface Shared { readonly data: Readonly<Record<string, unknown>>; readonly origins: Origins }

/** All registers and documents, the same for every dossier. */
function workspaceFacet(base: Base, summed: Summed): Shared {
  const { registers, index } = base;
  const origins: Origins = new Map();
  const data: Record<string, unknown> = { registers: wholeRegisters(base, origins) };
  const add = <T>(name: string, entries: readonly Entry<T>[], show: (entry: Entry<T>) => unknown = ({ value }) => value): void => {
    data[name] = entries.map((entry, at) => { origins.set(`/workspace/${name}/${at}`, entry); return show(entry); });
  };
  for (const [name, entries] of Object.entries(registers) as [keyof Registers, readonly Entry<unknown>[]][]) add(name, entries);
  add('posts', registers.posts, (entry) => postOf(entry, base));
  add('reviews', registers.reviews, ({ value }) => ({ ...value, chaired_by_top: holdsTopPost(value.chair, base) }));
  for (const role of ['top_management', 'representative'] as const) {
    add(role, registers.organizations.flatMap(({ value }) => index.posts.get(value[role] ?? '') ?? []), (entry) => postOf(entry, base));
  }
  add('documents', base.documents, summed);
  data['required_records'] = base.standard.records.map(({ id, clause, item, conditional }) => ({
    id, clause, conditional, excluded: index.excludedItems.has(item),
    forms: base.documents.filter((form) => form.value.evidences?.includes(id) && inForce(form, base.today)).length,
  }));
  return { data, origins };
}

/** Whole register files by kind, for what a register says beside its lists. */
function wholeRegisters(base: Base, origins: Origins): Record<string, unknown[]> {
  const kinds: Record<string, unknown[]> = {};
  for (const { path, form, kind, data } of base.files) {
    if (form !== 'register' || data === null) continue;
    const files = kinds[kind] ??= [];
    origins.set(`/workspace/registers/${kind}/${files.length}`, { value: data, path, pointer: '' });
    files.push(data);
  }
  return kinds;
}

/** A post with the block of its unit and the number of people who hold it now. */
function postOf({ value }: Entry<Post>, base: Base): Record<string, unknown> {
  const { registers, today } = base;
  const holders = registers.people.filter(({ value: person }) => person.posts?.includes(value.id) && (person.until === undefined || person.until >= today));
  return { ...value, block: blockOf(value.unit, base), holders: holders.length };
}

/** The block of a unit; the leadership is the top, also where an organization knows no blocks. */
function blockOf(unit: string, { index }: Base): string | undefined {
  const known = index.units.get(unit)?.value;
  return known?.block ?? (known?.kind === 'leadership' ? 'top' : undefined);
}

/** True of the post at the top and of everybody who holds it. */
function holdsTopPost(who: string | undefined, { registers, index }: Base): boolean {
  const top = registers.organizations.flatMap(({ value }) => value.top_management ?? []);
  return who !== undefined && (top.includes(who) || top.some((post) => index.people.get(who)?.value.posts?.includes(post)));
}

/** A dossier's own parts first, then what all dossiers share. */
function sourceOf(origins: Origins, workspace: Shared, fallback: Entry<unknown>): (pointer: string) => Spot {
  return (pointer) => {
    const keys = pointerKeys(pointer);
    for (let depth = keys.length; depth > 0; depth--) {
      const path = `/${keys.slice(0, depth).join('/')}`;
      const entry = origins.get(path) ?? workspace.origins.get(path);
      if (entry) return spot(entry, ...keys.slice(depth));
    }
    return spot(fallback);
  };
}
