import { describe, expect, test } from 'vitest';
import { auditableClauses } from '#model/standard.ts';
import { locales } from '#model/text.ts';
import { methods } from '#model/worksheet.ts';
import { populations } from '#views/audit/populations.ts';
import { draw, sampleSize } from '#views/audit/sample.ts';
import type { Checklist } from '#views/audit/checklist.ts';
import { memoryEnv, runCommand } from '../env.ts';
import { assets } from '../memory.ts';
import { auditWorkspace } from './workspace.ts';

const standard = assets.standard('iso9001-2000');

async function listOf(options: Record<string, unknown>, files: Readonly<Record<string, string>> = auditWorkspace): Promise<Checklist> {
  const { text } = await runCommand('audit checklist', memoryEnv(files), ['NS-2004-01'], { format: 'json', ...options });
  return JSON.parse(text as string) as Checklist;
}

describe('questions of the standard pack', () => {
  const asked = standard?.questions.clauses ?? [];
  test('ask every item of every auditable clause once, in both languages', () => {
    const items = auditableClauses(standard as NonNullable<typeof standard>).flatMap((clause) => (clause.items ?? []).map(({ id }) => id));
    expect(asked.flatMap(({ items: all }) => Object.keys(all)).sort()).toEqual(items.sort());
    for (const { items: all } of asked) for (const ask of Object.values(all)) {
      expect(methods).toContain(ask.method);
      for (const locale of locales) expect(ask[locale].trim()).not.toBe('');
    }
  });
  test('draw from populations that exist', () => {
    expect(asked.flatMap(({ draw: pools }) => pools).filter((pool) => !(pool in populations))).toEqual([]);
  });
});

describe('samples', () => {
  const entries = Array.from({ length: 40 }, (_, at) => ({ label: `C${at}`, strata: [`type${at % 4}`, `handler${at % 5}`] }));
  test('are between three and twelve, all of it where there is less', () => {
    expect([0, 1, 2, 3, 9, 10, 50, 144, 5000].map((count) => sampleSize(count, { least: 3, most: 12 }))).toEqual([0, 1, 2, 3, 3, 4, 8, 12, 12]);
  });
  test('are the same for the same seed, others for another, and spread over the strata', () => {
    const one = draw(entries, 8, '1');
    expect(draw(entries, 8, '1')).toEqual(one);
    expect(draw(entries, 8, '2').drawn).not.toEqual(one.drawn);
    expect(new Set(one.drawn).size).toBe(8);
    const types = one.drawn.map((label) => Number(label.slice(1)) % 4);
    expect([0, 1, 2, 3].map((type) => types.filter((own) => own === type).length)).toEqual([2, 2, 2, 2]);
  });
});

describe('a checklist', () => {
  test('asks each item of the sittings once, written procedures of the leading unit only', async () => {
    const { lines, leftToLead } = await listOf({ unit: 'hall' });
    const items = lines.map(({ item }) => item);
    expect(items.filter((item) => item.startsWith('8.2.4-'))).toEqual(['8.2.4-a', '8.2.4-b', '8.2.4-c', '8.2.4-d', '8.2.4-e']);
    expect(items).not.toContain('4.2.3-c');
    expect(leftToLead).toContain('4.2.3-c');
    expect((await listOf({ unit: 'office' })).lines.map(({ item }) => item)).toContain('4.2.3-c');
  });
  test('names the section, form and earlier finding of this manual', async () => {
    const { lines } = await listOf({ unit: 'hall' });
    const row = lines.find(({ item }) => item === '8.2.4-d');
    expect(row?.places).toEqual([{ document: 'AB/QP-02', revision: 'A/0', title: '登记程序', section: '4.1 核准', path: 'QP-02.md', line: 17 }]);
    expect(row?.forms.map(({ id, revision }) => `${id} ${revision}`)).toEqual(['AB/QR-QP02-01 A/0']);
    expect(lines.find(({ earlier }) => earlier.length > 0)).toMatchObject({ clause: '8.2.4', earlier: [{ id: 'NC-2003-004', open: true, here: true }] });
  });
  test('has the exclusions verified in every unit', async () => {
    const { lines } = await listOf({ unit: 'hall' });
    expect(lines.at(-1)).toMatchObject({ item: standard?.exclusions.statement_item, question: { 'zh-CN': expect.stringContaining('7.6') } });
    expect(lines.filter(({ clause }) => clause === '7.6')).toEqual([]);
  });
  test('by process follows a case from step to step', async () => {
    const { lines, unit, processName } = await listOf({ process: 'LP01' });
    expect([unit, processName]).toEqual(['', '企业登记']);
    expect(lines.slice(0, 2).map(({ places, pools }) => [places[0]?.line, pools])).toEqual([[23, ['cases']], [24, ['cases']]]);
  });
  test('suggests a sample of the ledger, the same for the same seed', async () => {
    const one = await listOf({ unit: 'hall', seed: '7' });
    expect(one.samples.find(({ pool }) => pool === 'cases')).toMatchObject({ of: 9, drawn: { length: 3 } });
    expect(await listOf({ unit: 'hall', seed: '7' })).toEqual(one);
    expect((await listOf({ unit: 'hall', seed: '8' })).samples).not.toEqual(one.samples);
    expect((await listOf({ unit: 'hall', seed: '8' })).digest).toBe(one.digest);
  });
  test('starts with what was recorded and goes on with what is still open', async () => {
    const { lines, path } = await listOf({ unit: 'hall' }, { ...auditWorkspace, 'c.yaml': 'kind: audit-checklist\naudit: NS-2004-01\nunit: hall\nauditor: p2\non: 2004-10-11\nrows:\n  - { no: 1, item: 8.2.4-d, question: 谁核准？, method: see, evidence: 10份均两人, judgement: conform }\n' });
    expect(path).toBe('c.yaml');
    expect(lines[0]).toMatchObject({ no: 1, item: '8.2.4-d', question: '谁核准？', judgement: 'conform' });
    expect(lines.filter(({ item }) => item === '8.2.4-d')).toHaveLength(1);
    expect(new Set(lines.map(({ no }) => no)).size).toBe(lines.length);
    const before = await listOf({ unit: 'hall' });
    for (const line of lines.slice(2)) expect(before.lines.find(({ id }) => id === line.id)?.no).toBe(line.no);
  });
  test.each([['NS-2004-09', { unit: 'hall' }, /NS-2004-09/], ['NS-2004-01', { unit: 'nowhere' }, /nowhere/], ['NS-2004-01', { process: 'XX' }, /XX/], ['NS-2004-01', {}, /--unit/], ['NS-2004-01', { unit: 'hall', seed: 'x' }, /--seed/]])('%s %o is refused in a sentence', async (audit, options, said) => {
    await expect(runCommand('audit checklist', memoryEnv(auditWorkspace), [audit], options)).rejects.toSatisfy((error: { text: { en: string }; args: object }) => said.test(`${error.text.en} ${JSON.stringify(error.args)}`));
  });
});
