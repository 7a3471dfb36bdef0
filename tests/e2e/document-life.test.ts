import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasOpenssh } from '../model/openssh.ts';
import { form, procedure } from './sample-procedure.ts';

let root = '';
const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.UTC(2004, 5, 1, 8) / 1000), GIT_AUTHOR_NAME: 't', GIT_AUTHOR_EMAIL: 't@t', GIT_COMMITTER_NAME: 't', GIT_COMMITTER_EMAIL: 't@t' };
const at = (day: string): NodeJS.ProcessEnv => ({ ...env, SOURCE_DATE_EPOCH: String(Date.parse(`${day}T08:00:00Z`) / 1000) });
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' });
const commit = (): void => { git('add', '-A'); git('commit', '-qm', 'step'); };

function qms(day: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../bin/qms.js'), '-C', root, '--lang', 'en', ...args], { env: at(day), encoding: 'utf8' });
}
function approvalCodes(day: string): string[] {
  const { diagnostics } = JSON.parse(qms(day, 'validate', '--format', 'json').stdout) as { diagnostics: { code: string; path: string }[] };
  return diagnostics.filter(({ code }) => code.startsWith('approval/') || code.startsWith('load/')).map(({ code, path }) => `${code} ${path}`);
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'qms-life-'));
  qms('2004-06-01', 'init', root, '--organization', 'Office', '--prefix', 'AB');
  git('init', '-q');
  appendFileSync(join(root, 'qms.yaml'), 'approval: { procedure: { roles: [prepare, review, approve], distinct: true } }\n');
  const organization = join(root, 'organization.yaml');
  writeFileSync(organization, readFileSync(organization, 'utf8').replace('people: []', 'people:\n  - { id: p1, name: A, unit: qms-office }\n  - { id: p2, name: B, unit: qms-office }\n  - { id: p3, name: C, unit: leadership }'));
  writeFileSync(join(root, 'procedures', 'QP-07.md'), procedure);
  writeFileSync(join(root, 'procedures', 'QR-QP07-01.md'), form);
  commit();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('draft → submitted → signed by three → in force, with comments and key order kept', () => {
  expect(qms('2004-06-01', 'submit', 'AB/QP-07', '--effective', '2004-07-01')).toMatchObject({ status: 0, stderr: expect.stringContaining('put up for approval') });
  const text = readFileSync(join(root, 'procedures', 'QP-07.md'), 'utf8');
  expect(text).toContain('# the number of the training procedure\nid: AB/QP-07\ntitle: Training # short\nrevision: A/0\nstatus: approved\n');
  expect(qms('2004-06-02', 'approve', 'AB/QP-07', '--role', 'prepare', '--as', 'p1')).toMatchObject({ status: 2, stderr: expect.stringContaining('not committed') });
  commit();
  expect(approvalCodes('2004-06-02')).toEqual(Array(3).fill('approval/missing procedures/QP-07.md'));
  for (const [day, role, person] of [['2004-06-02', 'prepare', 'p1'], ['2004-06-03', 'review', 'p2'], ['2004-06-04', 'approve', 'p3']] as const) {
    expect(qms(day, 'approve', 'AB/QP-07', '--role', role, '--as', person)).toMatchObject({ status: 0 });
  }
  commit();
  expect(approvalCodes('2004-07-02')).toEqual([]);
});

test('nobody signs twice for one role file, and nobody unknown signs', () => {
  expect(qms('2004-06-05', 'approve', 'AB/QP-07', '--role', 'approve', '--as', 'p3')).toMatchObject({ status: 2, stderr: expect.stringContaining('exists already') });
  expect(qms('2004-06-05', 'approve', 'AB/QP-07', '--as', 'nobody')).toMatchObject({ status: 2, stderr: expect.stringContaining('no person') });
  expect(qms('2004-06-05', 'approve', 'AB/QP-07')).toMatchObject({ status: 2, stderr: expect.stringContaining('--as') });
});

test('one changed byte of approved text is found without git history', () => {
  const path = join(root, 'procedures', 'QP-07.md');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('10 January', '20 January'));
  expect(approvalCodes('2004-07-02')).toEqual(['approval/silent-edit procedures/QP-07.md']);
  writeFileSync(path, text);
  expect(approvalCodes('2004-07-02')).toEqual([]);
});

test('a shallow clone and a folder outside git judge the same; what they lack is said', () => {
  const clone = mkdtempSync(join(tmpdir(), 'qms-shallow-'));
  const bare = mkdtempSync(join(tmpdir(), 'qms-nogit-'));
  const run = (folder: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } => spawnSync(process.execPath, [join(import.meta.dirname, '../../bin/qms.js'), '-C', folder, '--lang', 'en', ...args], { env: at('2004-07-02'), encoding: 'utf8' });
  const silent = (folder: string): string[] => (JSON.parse(run(folder, 'validate', '--format', 'json').stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code).filter((code) => code.startsWith('approval/'));
  try {
    git('clone', '-q', '--depth', '1', `file://${root}`, join(clone, 'c'));
    cpSync(root, bare, { recursive: true, filter: (path) => !/[\\/]\.git(?:[\\/]|$)/.test(path) });
    for (const folder of [join(clone, 'c'), bare]) {
      expect(silent(folder)).toEqual([]);
      const path = join(folder, 'procedures', 'QP-07.md');
      writeFileSync(path, readFileSync(path, 'utf8').replace('10 January', '20 January'));
      expect(silent(folder)).toEqual(['approval/silent-edit']);
    }
    expect(run(bare, 'revise', 'AB/QP-07', '--section', '4', '--summary', 'x', '--reason', 'y').stderr).toContain('git holds no released text to measure the change by');
    expect(run(join(clone, 'c'), 'revise', 'AB/QP-07', '--summary', 'x', '--reason', 'y').stderr).toContain('section: 4 Procedure');
    expect(run(bare, 'diff', 'AB/QP-07')).toMatchObject({ status: 2, stderr: expect.stringContaining('git cannot tell the history') });
    expect(run(bare, 'register', '--as-of', '2004-06-01').stderr).toContain('git has no history of this folder');
  } finally {
    for (const folder of [clone, bare]) rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

test('Windows line ends are the same text', () => {
  const path = join(root, 'procedures', 'QP-07.md');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replaceAll('\n', '\r\n'));
  expect(approvalCodes('2004-07-02').filter((code) => code.startsWith('approval/'))).toEqual([]);
  writeFileSync(path, text);
});

test('confirm moves the review day, the text stays; history tells it all', () => {
  expect(qms('2005-06-20', 'confirm', 'AB/QP-07', '--as', 'p2')).toMatchObject({ status: 0, stderr: expect.stringContaining('2006-06-20') });
  const overdue = JSON.parse(qms('2005-09-01', 'validate', '--format', 'json').stdout) as { diagnostics: { code: string; path: string }[] };
  expect(overdue.diagnostics.filter(({ code, path }) => code === 'document/review-overdue' && path.endsWith('QP-07.md'))).toEqual([]);
  const events = JSON.parse(qms('2005-09-01', 'history', 'AB/QP-07', '--format', 'json').stdout) as { rows: { on: string; event: string }[] };
  expect(events.rows.map(({ on, event }) => `${on} ${event}`)).toEqual([' changed', '2004-06-02 prepared', '2004-06-03 reviewed', '2004-06-04 approved', '2004-07-01 in force', '2005-06-20 confirmed unchanged']);
});

test.runIf(hasOpenssh)('level 2: a signature with the person\'s own key is asked for and checked', () => {
  const keys = mkdtempSync(join(tmpdir(), 'qms-key-')); // its own folder: a run that was killed leaves a key behind
  const key = join(keys, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
  try {
    const text = readFileSync(join(root, 'procedures', 'QR-QP07-01.md'), 'utf8');
    writeFileSync(join(root, 'procedures', 'QR-QP07-01.md'), text.replace('status: draft', 'status: approved\neffective: "2005-08-01"\napproved: { by: p3, on: "2005-07-01" }').replace('fields: []', 'fields: [{ id: unit, label: Unit, type: text }]'));
    appendFileSync(join(root, 'qms.yaml'), '  form: { roles: [approve], level: 2 }\n');
    writeFileSync(join(root, 'qms.yaml'), readFileSync(join(root, 'qms.yaml'), 'utf8').replace(/^approval:.*\n {2}form.*\n/m, 'approval:\n  procedure: { roles: [prepare, review, approve], distinct: true }\n  form: { roles: [approve], level: 2 }\n'));
    commit();
    expect(qms('2005-07-10', 'approve', 'AB/QR-QP07-01', '--as', 'p3', '--sign', key)).toMatchObject({ status: 0 });
    expect(approvalCodes('2005-08-02')).toEqual(['approval/signature approvals/AB-QR-QP07-01/A-0/approve-p3.yaml']);
    writeFileSync(join(root, 'approvals', 'allowed_signers'), `p3 ${readFileSync(`${key}.pub`, 'utf8')}`);
    // Signed well; what is left is that nobody approves the list of keys.
    expect(approvalCodes('2005-08-02')).toEqual(['approval/signers-uncontrolled approvals/allowed_signers']);
    expect(qms('2005-07-10', 'approve', 'AB/QP-07', '--role', 'withdraw', '--as', 'p3', '--sign', '/nowhere')).toMatchObject({ status: 2 });
  } finally {
    rmSync(keys, { recursive: true, force: true });
  }
});

test('revise opens the next revision as a draft; --dry-run only shows it; withdraw marks', () => {
  const before = readFileSync(join(root, 'procedures', 'QP-07.md'), 'utf8');
  const shown = qms('2005-07-01', 'revise', 'AB/QP-07', '--section', '4', '--summary', 'later day', '--reason', 'holidays', '--dry-run');
  expect(shown.stdout).toContain('+revision: A/1');
  expect(readFileSync(join(root, 'procedures', 'QP-07.md'), 'utf8')).toBe(before);
  expect(qms('2005-07-01', 'revise', 'AB/QP-07', '--section', '4')).toMatchObject({ status: 2, stderr: expect.stringContaining('--summary') });
  expect(qms('2005-07-01', 'withdraw', 'AB/QP-07', '--reason', 'merged', '--dry-run').stdout).toContain('+status: obsolete');
  expect(qms('2005-07-01', 'revise', 'AB/QP-07', '--section', '4', '--summary', 'later day', '--reason', 'holidays', '--large')).toMatchObject({ status: 0 });
  expect(readFileSync(join(root, 'procedures', 'QP-07.md'), 'utf8')).toContain('revision: B/0\nstatus: draft\n');
});
