import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHost } from '#host/host.ts';
import { judge } from '#commands/judge.ts';
import { openWorkspace, readFacts } from '#load/load.ts';
import { fileRules } from '#rules/index.ts';
import { assets, testDay } from './memory.ts';

const root = join(import.meta.dirname, '../docs-qms');
const tree = await createHost(assets).readTree(root);
const reading = await openWorkspace(tree, assets, fileRules);
const facts = readFacts(tree, reading);
const { project, diagnostics, checked } = judge({ root, tree, reading }, facts, testDay);

/** A shorter paragraph is a title in a list of related documents. */
const namesOnly = 36;

/** Rows of the comparison with the bureau's yearly report: number and the place in the sample. */
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const rows = [...readme.matchAll(/^\| (S\d\d) \| [^|]+ \| ([^|]+) \|$/gm)].map((row) => ({ number: row[1] as string, place: row[2] as string }));

describe('the sample manual', () => {
  test('has no finding, nothing suppressed and no baseline', () => {
    expect(diagnostics.map(({ code, at }) => `${at.path}:${at.position.start.line} ${code}`)).toEqual([]);
    expect(checked).toMatchObject({ suppressed: 0, baseline: 0, buildingUntil: '' });
    expect(facts.flatMap(({ path, ignores }) => ignores.map(() => path))).toEqual([]);
    expect(reading.config.baseline).toBeUndefined();
  });
  test('is a whole manual: at least sixty documents and forty forms', () => {
    const types = (project?.documents ?? []).map(({ value }) => value.type);
    expect(types.filter((type) => type === 'form').length).toBeGreaterThanOrEqual(40);
    expect(types.filter((type) => type !== 'form').length).toBeGreaterThanOrEqual(60);
  });
  test('says nothing twice: no paragraph stands in two documents', () => {
    const places = new Map<string, Set<string>>();
    for (const { path, body } of facts) {
      for (const { digest, length } of body?.paragraphs ?? []) {
        if (length >= namesOnly) places.set(digest, (places.get(digest) ?? new Set()).add(path));
      }
    }
    expect(places.size).toBeGreaterThan(500);
    expect([...places.values()].filter((paths) => paths.size > 1).map((paths) => [...paths])).toEqual([]);
  });
  test('has a form for every required record of a clause that is kept', () => {
    const excluded = project?.index.excludedClauses;
    const evidenced = new Set((project?.documents ?? []).flatMap(({ value }) => (value.type === 'form' && value.status === 'effective' ? value.evidences ?? [] : [])));
    const kept = (project?.standard.records ?? []).filter(({ clause }) => !excluded?.has(clause));
    expect(kept.length).toBeGreaterThan(15);
    expect(kept.map(({ id }) => id).filter((id) => !evidenced.has(id))).toEqual([]);
  });
  test('claims every item and point that is not excluded', () => {
    const claimed = new Set(facts.flatMap(({ body }) => (body?.claims ?? []).map(({ item }) => item)));
    const items = (project?.standard.clauses ?? []).flatMap(({ items: ofClause }) => (ofClause ?? []).map(({ id }) => id)).filter((id) => !project?.index.excludedItems.has(id));
    const points = (project?.standard.procedures ?? []).flatMap(({ points: ofProcedure }) => ofProcedure.map(({ id }) => id));
    expect([...items, ...points].filter((id) => !claimed.has(id))).toEqual([]);
  });
});

describe('the README of the sample manual', () => {
  test('has the 82 matters of the report in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 82 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`));
  });
  test('names only files and folders that exist', () => {
    const named = [...readme.matchAll(/`([\w./-]+(?:\.md|\.yaml|\/))`/g)].map((match) => match[1] as string);
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
  test('names only numbers that stand in the workspace', () => {
    const text = [...facts].map(({ path }) => readFileSync(join(root, path), 'utf8')).join('\n');
    const numbers = rows.flatMap(({ number, place }) => [...place.matchAll(/\b(?:[A-Z]{2,4}-[\w-]*\d|[MLECS]P\d\d|P-\d\d)/g)].map((match) => [number, match[0]] as const));
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers.filter(([, id]) => !text.includes(id))).toEqual([]);
  });
});
