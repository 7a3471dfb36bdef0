import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHost } from '#host/host.ts';
import { linkFacts, openWorkspace, readFacts } from '#load/load.ts';
import type { Project } from '#model/project.ts';
import { auditableClauses, type Expectation } from '#model/standard.ts';
import { fileRules } from '#rules/index.ts';
import { blockEvidences } from '#views/evidence/block.ts';
import { clauseEvidences } from '#views/evidence/clause.ts';
import { completeness, firstStage } from '#views/evidence/completeness.ts';
import { lookUp } from '#views/evidence/expectations.ts';
import { chosenClauses, narrowed } from '#views/evidence/narrowed.ts';
import { scopeOf } from '#views/evidence/scope.ts';
import { small } from '../commands/small.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { assets, judgeFiles } from '../memory.ts';

const root = join(import.meta.dirname, '../../docs-qms');
const tree = await createHost(assets).readTree(root);
const reading = await openWorkspace(tree, assets, fileRules);
const sample = linkFacts(readFacts(tree, reading), reading, '2004-12-31').project as Project;
const inSmall = async (files: Readonly<Record<string, string>> = {}, day?: string): Promise<Project> => (await judgeFiles({ ...small, ...files }, day)).project as Project;

describe('what the standard pack expects', () => {
  const { evidence } = sample.standard;
  const all = [evidence.first_stage, ...evidence.clauses, ...evidence.blocks].flatMap(({ expects }) => expects);
  test('is there for every auditable clause and every block, once', () => {
    expect(evidence.clauses.map(({ clause }) => clause)).toEqual(auditableClauses(sample.standard).map(({ number }) => number));
    expect(evidence.blocks.map(({ block }) => block)).toEqual(sample.standard.blocks.map(({ id }) => id));
  });
  test('is said in both languages and looked up in lists that exist', () => {
    for (const one of [evidence.first_stage, ...evidence.clauses, ...evidence.blocks]) for (const text of [one.asks, ...one.expects]) expect([text.en, text['zh-CN']].every((words) => words.length > 1), JSON.stringify(text)).toBe(true);
    expect(all.filter(({ from }) => from !== undefined && from !== 'documents' && !(from in sample.registers)).map(({ from }) => from)).toEqual([]);
  });
  test('names fields that the schemas of the registers know', () => {
    const known = new Set(assets.names('registers').concat(assets.names('documents'), 'common').flatMap((name) => [...JSON.stringify(assets.schema(name)).matchAll(/"([\w-]+)":/g)].map((match) => match[1] as string)));
    const fields = all.flatMap(({ where = {}, every = [], dated }) => [...Object.keys(where), ...every, ...(dated === undefined ? [] : [dated])]).flatMap((field) => field.split('.'));
    expect([...new Set(fields)].filter((field) => !known.has(field))).toEqual([]);
  });
});

describe('looking up an expectation', () => {
  const expectation = (more: Partial<Expectation>): Expectation => ({ en: 'x', 'zh-CN': 'x', ...more });
  const surveys = (on: string): Record<string, string> => ({ 'surveys.yaml': `kind: surveys\nsurveys:\n  - { id: DC-1, name: 问卷, on: "${on}" }\n  - { id: DC-2, name: 走访, on: "${on}", result: 满意 }\n` });
  test('what is older than the window or lies ahead does not count; a missing field is named', async () => {
    const look = async (on: string, more: Partial<Expectation>) => lookUp(expectation({ from: 'surveys', dated: 'on', ...more }), await inSmall(surveys(on)), '');
    expect(await look('2004-06-30', {})).toMatchObject({ state: 'present', found: [{ label: { 'zh-CN': 'DC-1 问卷' } }, { label: { 'zh-CN': 'DC-2 走访' } }] });
    expect(await look('2003-12-31', {})).toMatchObject({ state: 'absent', found: [] });
    expect(await look('2005-01-01', {})).toMatchObject({ state: 'absent' });
    expect(await look('2004-06-30', { months: 3 })).toMatchObject({ state: 'absent' });
    expect(await look('2004-06-30', { age: 6 })).toMatchObject({ state: 'present' });
    expect(await look('2004-07-01', { age: 6 })).toMatchObject({ state: 'absent' });
    expect(await look('2004-06-30', { least: 3 })).toMatchObject({ state: 'absent' });
    expect(await look('2004-06-30', { every: ['result'] })).toMatchObject({ state: 'part', lacking: [{ label: { 'zh-CN': 'DC-1 问卷' } }] });
    expect(await look('2004-06-30', { where: { result: true } })).toMatchObject({ state: 'present', found: [{ label: { 'zh-CN': 'DC-2 走访' }, spot: { path: 'surveys.yaml' } }] });
    expect(await look('2003-01-01', { least: 0 })).toMatchObject({ state: 'present', found: [] });
  });
  test('what is only shown at the post is neither there nor absent', async () => {
    expect(lookUp(expectation({}), await inSmall(), '')).toMatchObject({ state: 'site' });
  });
  test('fields are looked for through lists, and what a ledger says of its block counts for its cases', async () => {
    const project = await inSmall({ 'cases.yaml': 'kind: case-ledger\nblock: licensing\ncases:\n  - { no: DJ-1, type: 即办件, received: "2004-11-01", status: 已归档 }\n' });
    expect(lookUp(expectation({ from: 'cases', where: { block: 'licensing' } }), project, '').found).toHaveLength(1);
    expect(lookUp(expectation({ from: 'cases', where: { block: 'enforcement' } }), project, '').found).toHaveLength(0);
    expect(lookUp(expectation({ from: 'people', where: { 'qualifications.kind': ['internal-auditor'] } }), project, '')).toMatchObject({ found: [{ label: { 'zh-CN': '甲一' } }] });
  });
});

describe('the sample manual', () => {
  const clauses = clauseEvidences(sample);
  const blocks = blockEvidences(sample);
  test('lacks nothing that can lie in a pack; what lies at the posts is told apart', () => {
    const expected = [...clauses, ...blocks].flatMap((one) => one.expected);
    expect(expected.filter(({ state }) => state === 'absent' || state === 'part').map(({ text }) => text.en)).toEqual([]);
    expect(expected.filter(({ state }) => state === 'site').length).toBeGreaterThan(20);
    expect(completeness(firstStage(sample), clauses, blocks, true).rows).toEqual([]);
  });
  test('has for every clause documents, a unit, an audit, or the justification of its exclusion', () => {
    for (const one of clauses) {
      if (one.exclusion) expect(one.exclusion.value.justification, one.clause.number).toBeTruthy();
      else expect([one.documents.length > 0, one.lead.length > 0, one.audits.some(({ audit }) => audit.held !== undefined), one.items.every(({ excluded, places }) => excluded || places.length > 0)], one.clause.number).toEqual([true, true, true, true]);
    }
    expect(clauses.filter(({ exclusion }) => exclusion).length).toBe(1);
  });
  test('shows findings at the clause they cite', () => {
    const at = new Map(clauses.flatMap(({ clause, reports }) => reports.map(({ report }) => [report.id, clause.number] as const)));
    for (const { value } of sample.registers.nonconformities) expect(at.get(value.id), value.id).toBe(value.clause);
  });
  test('a review that is taken away is missed at its clauses and its block', () => {
    const without = { ...sample, registers: { ...sample.registers, reviews: [], decisions: [] } };
    const absent = [...clauseEvidences(without).map((one) => [one.clause.number, one] as const), ...blockEvidences(without).map((one) => [one.block.id, one] as const)].flatMap(([number, { expected }]) => (expected.some(({ state }) => state === 'absent') ? [number] : []));
    expect(absent).toEqual(['5.1', '5.6.1', '5.6.2', '5.6.3', 'top']);
  });
});

test('records filled in the workspace stand beside their form, at its clause and at its block', async () => {
  const form = '---\ntype: form\nid: AB/QR-QP09-01\ntitle: 内审记录\nrevision: A/0\nstatus: effective\neffective: 2004-07-01\nblocks: [support]\nevidences: [REC21-17]\n---\n\n# 表\n';
  const project = await inSmall({ 'forms/x.md': form, 'records/r.yaml': 'kind: record\nid: AB/QR-QP09-01/2004-001\nform: AB/QR-QP09-01\n"on": "2004-08-01"\nunit: office\n' });
  const filled = [{ label: 'AB/QR-QP09-01/2004-001', spot: { path: 'records/r.yaml', line: 0 } }];
  expect(clauseEvidences(project).find(({ clause }) => clause.number === '8.2.2')?.records).toMatchObject([{ form: { path: 'forms/x.md' }, filled }]);
  expect(blockEvidences(project).find(({ block }) => block.id === 'support')?.records).toMatchObject([{ filled }]);
});

describe('a selection', () => {
  const scope = (wish: Partial<Parameters<typeof scopeOf>[1]>) => scopeOf(sample, { clauses: [], blocks: [], audit: undefined, ...wish });
  const held = (wish: Parameters<typeof scope>[0]): number => sample.documents.filter((document) => scope(wish).holds(document)).length;
  test('of nothing is everything, and says nothing of what is left out', () => {
    expect(scope({})).toMatchObject({ whole: true, unknown: [], told: [] });
    expect(scope({}).clauses.size).toBe(51);
  });
  test('by chapter, block or audit holds less, and says what it leaves out', () => {
    expect([...scope({ clauses: ['8.5'] }).clauses]).toEqual(['8.5.1', '8.5.2', '8.5.3']);
    expect(scope({ clauses: ['8.5'] }).told.map(({ en }) => en).join(' ')).toMatch(/Clauses left out: 4\.1, .*Documents in force that were left out: \d+\./);
    expect(held({ clauses: ['8.5'] })).toBeLessThan(held({}) / 2);
    expect(held({ blocks: ['consumer'] })).toBeLessThan(held({}));
    expect(scope({ blocks: ['consumer'] }).told[0]?.['zh-CN']).toContain('未纳入的职能板块');
    expect(scope({ audit: 'NS-2004-01' }).clauses.size).toBe(30);
    expect([scope({ audit: 'NS-2004-01' }).holdsAudit('NS-2004-02'), scope({ audit: 'NS-2004-01' }).holdsAudit('NS-2004-01')]).toEqual([false, true]);
  });
  test('pages and papers of a part tell of nothing that was left out', () => {
    const chosen = scope({ clauses: ['8.2'], blocks: ['enforcement'], audit: 'NS-2004-03' });
    const shown = narrowed(sample, chosen);
    expect([shown.registers.audits.length, new Set(shown.registers.reports.map(({ value }) => value.audit)), shown.documents.filter(({ value }) => value.type !== 'external').every(chosen.holds)]).toEqual([1, new Set(['NS-2004-03']), true]);
    for (const { report } of chosenClauses(clauseEvidences(sample), chosen).flatMap(({ reports }) => reports)) expect([report.audit, report.clause?.startsWith('8.2')]).toEqual(['NS-2004-03', true]);
    expect(sample.registers.nonconformities.filter(({ value }) => chosen.holdsReport(value)).length).toBeLessThan(sample.registers.nonconformities.length / 2);
    expect(narrowed(sample, scope({}))).toBe(sample);
  });
  test('what controls the list of keys always belongs to it; sources and approvals of other documents and papers of other audits are left out', () => {
    const { holdsFile } = scope({ clauses: ['8.2'], audit: 'NS-2004-04' });
    expect(['procedures/QP-01.md', 'procedures/QP-03.md', 'audits/2004/NS-2004-04-report.yaml', 'responsibilities.yaml'].map(holdsFile)).toEqual([true, true, true, true]);
    expect(['procedures/QP-17.md', 'approvals/MSGS-QP-17/A-0/approve-p02.yaml', 'audits/2004/NS-2004-01-report.yaml', 'nonconformities/NC-2004-001.yaml'].map(holdsFile)).toEqual([false, false, false, false]);
  });
  test('the manual always belongs to it; words that nobody knows are told', () => {
    expect(sample.documents.filter(({ value }) => value.type === 'manual').every((document) => scope({ clauses: ['8.5.3'], blocks: ['consumer'] }).holds(document))).toBe(true);
    expect(scope({ clauses: ['9.9', '4.1'], blocks: ['navy'], audit: 'NS-1' }).unknown).toEqual(['9.9', 'navy', 'NS-1']);
  });
});

describe('qms evidence', () => {
  test('lists what is expected; --gaps only what is missing', async () => {
    const all = (await runCommand('evidence', memoryEnv(small))).text as string;
    const gaps = (await runCommand('evidence', memoryEnv(small, 'en'), [undefined], { gaps: true })).text as string;
    expect(all).toContain('现场查看');
    expect(gaps).not.toContain('on the site\n');
    expect(gaps).toMatch(/8\.2\.2 .*Internal audits?.*absent/);
  });
  test('tells of one clause or block; a heading or nonsense is answered with what there is', async () => {
    expect((await runCommand('evidence', memoryEnv(small), ['7.6'])).text).toContain('本局不使用需要校准的测量装置');
    expect((await runCommand('evidence', memoryEnv(small, 'en'), ['licensing'])).text).toContain('Expected by an auditor of a certification body');
    await expect(runCommand('evidence', memoryEnv(small), ['8.5'])).rejects.toMatchObject({ args: { below: '8.5.1, 8.5.2, 8.5.3' } });
    await expect(runCommand('evidence', memoryEnv(small), ['x'])).rejects.toMatchObject({ args: { blocks: expect.stringContaining('licensing') } });
  });
});
