import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { bin, environment } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'qms-nc-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Done { readonly status: number; readonly stdout: string; readonly stderr: string }
function qms(day: string, ...args: string[]): Promise<Done> {
  const env = { ...environment, SOURCE_DATE_EPOCH: String(Date.parse(`${day}T08:00:00Z`) / 1000) };
  return new Promise((done) => execFile(process.execPath, [bin, '-C', root, '--lang', 'en', 'nc', ...args], { env, encoding: 'utf8' }, (error, stdout, stderr) => done({ status: error ? Number(error.code) : 0, stdout, stderr })));
}
const file = (id: string): string => readFileSync(join(root, `nonconformities/2004/${id}.yaml`), 'utf8');
const opening = ['--source', 'monitoring', '--unit', 'office', '--clause', '8.2.4', '--grade', 'minor', '--by', 'p2', '--fact', '10 files were drawn; in 2 of them (0312, 0347) one person signed twice'];
const work = ['--cause', 'The deputy rule lets the examiner stand in as approver', '--category', 'method', '--action', 'The rule bars deputies from their own intake', '--owner', 'p1', '--due', '2004-11-20'];
const done = ['--correction', 'Both files were examined again', '--corrected-on', '2004-10-20', '--checked', 'All 412 files of the quarter', '--result', 'One more, examined again', '--evidence', 'AB/ZD-02 A/1'];

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  writeFileSync(join(root, 'qms.yaml'), 'kind: workspace\nstandard: iso9001-2000\nlanguage: en\norganization: Office\nnumbering: { nonconformity: "NC-{year}-{n:3}" }\n');
  writeFileSync(join(root, 'organization.yaml'), 'kind: organization\nname: Office\nunits: [{ id: office, name: Office }, { id: legal, name: Legal }]\npeople: [{ id: p1, name: A, unit: office }, { id: p2, name: B, unit: legal }, { id: p3, name: C, unit: legal }]\n');
  writeFileSync(join(root, 'exclusions.yaml'), 'kind: exclusions\nexclusions: [{ clause: "7.6", justification: No measuring device is used to show that a result conforms. }]\n');
});

async function lead(...steps: (readonly [day: string, ...args: string[]])[]): Promise<void> {
  for (const [day, ...args] of steps) expect(await qms(day, ...args), args.join(' ')).toMatchObject({ status: 0, stderr: expect.stringContaining('NC-') });
}
const toVerified = (grade: string, ...verdict: string[]): (readonly [string, ...string[]])[] => [
  ['2004-10-12', 'open', ...opening.with(opening.indexOf('minor'), grade)], ['2004-10-12', 'accept', 'NC-2004-001', '--by', 'p1', '--where', 'Window', '--rule', 'AB/QP-11, 4.3'],
  ['2004-10-15', 'plan', 'NC-2004-001', ...work], ['2004-11-10', 'act', 'NC-2004-001', ...done], ['2004-11-15', 'verify', 'NC-2004-001', '--by', 'p2', '--seen', '20 files, two persons in each', '--evidence', 'note 1', ...verdict],
];

describe('the life of a report', () => {
  test('from finding to closure, each step told with the next', async () => {
    const opened = await qms('2004-10-12', 'open', ...opening);
    expect(opened.stderr).toContain('`qms nc accept NC-2004-001 --by … --where … --rule …`');
    await lead(...toVerified('minor', '--effective').slice(1), ['2004-11-16', 'close', 'NC-2004-001']);
    expect(parse(file('NC-2004-001'))).toMatchObject({ status: 'closed', closed: '2004-11-16', clause: '8.2.4', found: { by: 'p2', on: '2004-10-12' }, accepted: { by: 'p1' }, action: { planned: '2004-10-15', done: '2004-11-10' }, verification: { effective: true } });
    expect((await qms('2004-12-31', 'list', '--open')).stdout).toContain('Reports: 0');
  });

  test('a refused step names every missing field with its flag and changes nothing', async () => {
    await lead(...toVerified('minor').slice(0, 3));
    const before = file('NC-2004-001');
    const { status, stderr } = await qms('2004-11-10', 'act', 'NC-2004-001');
    expect(status).toBe(2);
    for (const flag of ['--correction', '--corrected-on', '--checked', '--result', '--evidence']) expect(stderr).toContain(flag);
    expect(stderr).not.toContain('--cause');
    expect(file('NC-2004-001')).toBe(before);
  });

  test.each([
    ['a heading', ['--clause', '7.5'], 'is a heading'], ['an excluded clause', ['--clause', '7.6'], 'is excluded'], ['a clause that is none', ['--clause', '9.9'], 'not in the standard'],
    ['a unit that is none', ['--unit', 'nowhere'], 'there is no unit'], ['tomorrow', ['--on', '2004-10-13'], 'has not come yet'], ['no day', ['--when', '2004-02-30'], 'there is no day'],
  ])('opens nothing against %s', async (_, [flag = '', value = ''], words) => {
    const at = opening.indexOf(flag);
    const args = at < 0 ? [...opening, flag, value] : opening.with(at + 1, value);
    const { status, stderr } = await qms('2004-10-12', 'open', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(readdirSync(root)).not.toContain('nonconformities');
  });

  test('dry-run shows the change and writes nothing', async () => {
    await lead(...toVerified('minor').slice(0, 2));
    const before = file('NC-2004-001');
    const { stdout } = await qms('2004-10-15', 'plan', 'NC-2004-001', ...work, '--dry-run');
    expect(stdout).toMatch(/^\+status: planned$/m);
    expect(file('NC-2004-001')).toBe(before);
    expect((await qms('2004-10-15', 'open', ...opening, '--dry-run')).stdout).toContain('NC-2004-002');
    expect(readdirSync(join(root, 'nonconformities/2004'))).toEqual(['NC-2004-001.yaml']);
  });

  test('an action blamed on carelessness, verified by the doer, or extended by its owner is refused', async () => {
    await lead(...toVerified('minor').slice(0, 2));
    expect((await qms('2004-10-15', 'plan', 'NC-2004-001', ...work.with(1, 'The clerk was careless'))).stderr).toContain('"careless"');
    await lead(['2004-10-15', 'plan', 'NC-2004-001', ...work]);
    const extension = ['extend', 'NC-2004-001', '--until', '2004-12-05', '--reason', 'The software is changed on a weekend'];
    expect((await qms('2004-11-01', ...extension, '--by', 'p1')).stderr).toContain('cannot grant');
    expect((await qms('2004-11-01', 'extend', 'NC-2004-001', '--until', '2004-11-20', '--reason', 'x', '--by', 'p3')).stderr).toContain('not later');
    await lead(['2004-11-01', ...extension, '--by', 'p3'], ['2004-11-10', 'act', 'NC-2004-001', ...done]);
    expect((await qms('2004-11-15', 'verify', 'NC-2004-001', '--by', 'p1', '--seen', 'x', '--evidence', 'y', '--effective')).stderr).toContain('may not judge it');
  });

  test('what did not work is never closed: reopened with its history, or taken over by a new report', async () => {
    await lead(...toVerified('minor', '--not-effective'));
    expect((await qms('2004-11-16', 'close', 'NC-2004-001')).stderr).toContain('did not work');
    await lead(['2004-11-16', 'open', '--replaces', 'NC-2004-001', '--by', 'p2', '--fact', '20 files were drawn on 2004-11-15; one (0401) is signed twice'], ['2004-11-17', 'close', 'NC-2004-001']);
    expect(parse(file('NC-2004-002'))).toMatchObject({ repeats: 'NC-2004-001', unit: 'office', clause: '8.2.4', status: 'open' });
    expect(parse(file('NC-2004-001'))).toMatchObject({ replaced_by: 'NC-2004-002', status: 'closed' });
    expect((await qms('2004-11-18', 'reopen', 'NC-2004-001', '--by', 'p2', '--reason', 'x')).stderr).toContain('continued as NC-2004-002');
  });

  test('a run killed between its two files is completed by the next', async () => {
    await lead(...toVerified('minor', '--not-effective'));
    const old = file('NC-2004-001');
    const again = ['2004-11-16', 'open', '--replaces', 'NC-2004-001', '--by', 'p2', '--fact', '20 files were drawn on 2004-11-15; one (0401) is signed twice'] as const;
    await lead(again);
    writeFileSync(join(root, 'nonconformities/2004/NC-2004-001.yaml'), old); // as the kill would have left it
    await lead(again);
    expect(parse(file('NC-2004-001'))).toMatchObject({ replaced_by: 'NC-2004-002' });
    expect(readdirSync(join(root, 'nonconformities/2004'))).toEqual(['NC-2004-001.yaml', 'NC-2004-002.yaml']);
  });

  test('a major one waits for the check of its effect', async () => {
    await lead(...toVerified('major', '--effective'));
    expect(parse(file('NC-2004-001'))).toMatchObject({ effect_check: { due: '2005-02-15' } });
    expect((await qms('2004-11-16', 'close', 'NC-2004-001')).stderr).toContain('checked once more (due 2005-02-15)');
    expect((await qms('2005-02-20', 'list', '--overdue')).stdout).toContain('check effect');
    await lead(['2005-02-14', 'recheck', 'NC-2004-001', '--by', 'p3', '--seen', '30 files', '--evidence', 'note 2', '--not-effective'], ['2005-02-15', 'reopen', 'NC-2004-001', '--by', 'p3', '--reason', 'Two more files']);
    expect(parse(file('NC-2004-001'))).toMatchObject({ status: 'reopened', rounds: [{ by: 'p3', reason: 'Two more files', cause: { category: 'method' }, effect_check: { effective: false } }] });
  });
});

/** Fifty at once: `npm run crash`. */
test('ten at once get ten numbers, and no fact is lost', async () => {
  const runs = await Promise.all(Array.from({ length: 10 }, (_, at) => qms('2004-10-12', 'open', ...opening.slice(0, -1), `Case 2004-${at + 1}: 1 signature is missing`)));
  expect(runs.filter(({ status }) => status !== 0)).toEqual([]);
  const files = readdirSync(join(root, 'nonconformities/2004'));
  expect(files.filter((name) => name.startsWith('.'))).toEqual([]);
  expect(files.sort()).toEqual(Array.from({ length: 10 }, (_, at) => `NC-2004-${String(at + 1).padStart(3, '0')}.yaml`));
  const facts = new Set(files.map((name) => (parse(readFileSync(join(root, 'nonconformities/2004', name), 'utf8')) as { fact: { statement: string } }).fact.statement));
  expect(facts.size).toBe(10);
});
