import type { ApprovalRecord } from '#model/approval.ts';
import type { Assets } from '#model/assets.ts';
import type { Config } from '#model/config.ts';
import type { Document, DocumentMeta } from '#model/document.ts';
import type { Judges } from '#model/dossier.ts';
import { compareCodePoints } from '#model/diagnostic.ts';
import type { BodyFacts, FileFacts } from '#model/facts.ts';
import { noted } from '#model/noted.ts';
import { once, onceFor } from '#model/once-for.ts';
import type { Entry } from '#model/place.ts';
import type { Index, Project, Registers } from '#model/project.ts';
import type { Standard } from '#model/standard.ts';
import type { ExternalDocument } from '#model/system.ts';
import { allWords, type Wording } from '#model/text.ts';
import { collectApprovals } from './approvals.ts';
import { buildDossiers, type Dossiers } from './dossiers.ts';
import { collectRegisters } from './registers.ts';

/**
 * The reduce step: facts of all files → the project. Order of the facts does not matter. Each part is made when it is first asked for, and notes what it reads:
 * what nobody asks for need not be there.
 */
export function link(unordered: () => readonly FileFacts[], config: Config, standard: Standard, today: string, assets: Pick<Assets, 'words'>, judges: Judges): Project {
  const plain = once(() => [...unordered()].sort((a, b) => compareCodePoints(a.path, b.path)));
  const files = once(() => plain().map(noted));
  const documents = once(() => plain().flatMap((file) => documentOf(file) ?? []));
  const registers = once((): Registers => {
    const collected = collectRegisters(files());
    return { ...collected, externals: [...collected.externals, ...documents().filter(({ value }) => value.type === 'external').map(asExternal)] };
  });
  const approvals = once(() => collectApprovals(files()));
  const index = once(() => buildIndex(documents(), registers(), approvals(), standard));
  const dossiers = once((): Dossiers => buildDossiers(project));
  const project: Project = {
    config, configPath: 'qms.yaml', today, standard, words: assets.words, judges,
    get files() { return files(); },
    get documents() { return documents(); },
    get registers() { return registers(); },
    get approvals() { return approvals(); },
    get index() { return index(); },
    get clauses() { return dossiers().clauses; },
    get blocks() { return dossiers().blocks; },
  };
  return project;
}

/** The controlled document that a file is; null where it is none. */
export function documentOf(facts: FileFacts): Document | null {
  const { form, data, body } = facts;
  return form === 'document' && data !== null && body !== null ? ofFile(noted(facts)) : null;
}

const ofFile = onceFor(({ path, data, body }: FileFacts): Document => ({ value: data as DocumentMeta, path, pointer: '', body: body as BodyFacts }));

function asExternal(document: Document): Entry<ExternalDocument> {
  return { value: document.value as unknown as ExternalDocument, path: document.path, pointer: '' };
}

function buildIndex(documents: readonly Document[], registers: Registers, approvals: readonly ApprovalRecord[], standard: Standard): Index {
  const externalTitles = new Map<string, Entry<ExternalDocument>>();
  const limits = new Map();
  for (const external of registers.externals) {
    for (const title of [...allWords(external.value.title), ...(external.value.aliases ?? [])]) externalTitles.set(bareTitle(title), external);
    for (const limit of external.value.limits ?? []) limits.set(limit.id, { external, limit });
  }
  // An exclusion that the standard does not allow excludes nothing.
  const excludable = new Set(standard.clauses.filter((clause) => clause.excludable).map(({ number }) => number));
  const allowed = registers.exclusions.filter(({ value }) => excludable.has(value.clause));
  const excluded = allowed.filter(({ value }) => !value.items?.length);
  const wholeClauses = standard.clauses.flatMap((clause) => {
    const entry = excluded.find(({ value }) => clause.number === value.clause || clause.number.startsWith(`${value.clause}.`));
    return entry ? [[clause.number, entry] as const] : [];
  });
  const excludedClauses = new Map(wholeClauses);
  const excludedItems = new Set([
    ...standard.clauses.filter((clause) => excludedClauses.has(clause.number)).flatMap((clause) => (clause.items ?? []).map(({ id }) => id)),
    ...allowed.flatMap(({ value }) => value.items ?? []),
  ]);
  return {
    documents: Map.groupBy(documents, ({ value }) => value.id), approvals: Map.groupBy(approvals, ({ value }) => value.document),
    externals: byId(registers.externals), externalTitles, limits,
    units: byId(registers.units), posts: byId(registers.posts), people: byId(registers.people), processes: byId(registers.processes),
    objectives: byId(registers.objectives), suppliers: byId(registers.suppliers), excludedClauses, excludedItems,
  };
}

function byId<T extends { readonly id: string }>(entries: readonly Entry<T>[]): Map<string, Entry<T>> {
  const map = new Map<string, Entry<T>>();
  for (const entry of entries) if (!map.has(entry.value.id)) map.set(entry.value.id, entry);
  return map;
}

/** A title without 《 》 and spaces, for comparing. */
export function bareTitle(title: Wording & string): string {
  return title.replace(/[《》\s]/g, '');
}
