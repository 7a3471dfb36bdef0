import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bareWorkspace } from '../memory.ts';
import { addFiles, temporaryFolder } from '../temporary.ts';
import { qms } from './run.ts';
import { gitIn, setTraps } from './traps.ts';

const wrong = (field: string): string => `kind: suppliers\nsuppliers: []\n${field}: 1\n`;
const files = { ...bareWorkspace, 'old.yaml': wrong('before'), '手册.yaml': wrong('before'), '.gitattributes': '*.yaml filter=evil diff=evil\n', 'picture.png': 'x' };

function repository(folder = ''): { root: string; workspace: string } {
  const root = temporaryFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [join(folder, path), text])));
  gitIn(root, 'init', '-q', '-b', 'main');
  gitIn(root, 'add', '-A');
  gitIn(root, 'commit', '-q', '-m', 'first');
  return { root, workspace: join(root, folder) };
}
async function since(workspace: string, ref: string): Promise<{ status: number | null; found: string[]; stderr: string }> {
  const { status, stdout, stderr } = await qms(['-C', workspace, '--lang', 'en', 'validate', '--format', 'json', '--since', ref]);
  const found = stdout === '' ? [] : (JSON.parse(stdout) as { diagnostics: { code: string; path: string; position: { start: { line: number } } }[] }).diagnostics.map(({ code, path, position }) => `${code} ${path}:${position.start.line}`).filter((place) => !place.startsWith('clause/'));
  return { status, found, stderr };
}

describe.concurrent('--since', () => {
  test.each(['', 'docs/手 册'])('tells only what is new, in a repository whose workspace is "%s"', async (folder) => {
    const { root, workspace } = repository(folder);
    expect(await since(workspace, 'HEAD')).toEqual({ status: 0, found: [], stderr: '' });
    addFiles(workspace, { 'new.yaml': wrong('after'), 'old.yaml': `kind: suppliers\n# moved down\n\nsuppliers: []\nbefore: 1\n` });
    expect(await since(workspace, 'HEAD')).toEqual({ status: 1, found: ['load/schema new.yaml:3'], stderr: '' });
    gitIn(root, 'add', '-A');
    gitIn(root, 'commit', '-q', '-m', 'second');
    gitIn(root, 'tag', '第二版');
    expect(await since(workspace, '第二版')).toEqual({ status: 0, found: [], stderr: '' });
    expect((await since(workspace, 'HEAD~1')).found).toEqual(['load/schema new.yaml:3']);
    expect((await since(workspace, 'main@{1}')).found).toEqual(['load/schema new.yaml:3']);
  });
  test('the same fault once more in the same words is new', async () => {
    const { workspace } = repository();
    addFiles(workspace, { 'old.yaml': 'kind: suppliers\nsuppliers:\n  - {id: a, name: 5}\n' });
    gitIn(workspace, 'commit', '-aqm', 'second');
    addFiles(workspace, { 'old.yaml': 'kind: suppliers\nsuppliers:\n  - {id: a, name: 5}\n  - {id: a, name: 5}\n' });
    expect((await since(workspace, 'HEAD')).found).toContain('load/schema old.yaml:4');
  });
  const { workspace: shared } = repository();
  test.each(['nowhere', 'HEAD:qms.yaml', '-x', '--upload-pack=x', 'HEAD..main', '', 'HEAD\n'])('%j is refused', async (ref) => {
    expect(await since(shared, ref)).toMatchObject({ status: 2, found: [] });
  });
  test('works before there is a manual at that commit', async () => {
    const root = temporaryFolder({ 'README': 'x' });
    gitIn(root, 'init', '-q');
    gitIn(root, 'add', '-A');
    gitIn(root, 'commit', '-qm', 'first');
    addFiles(root, files);
    expect((await since(root, 'HEAD')).found).toContain('load/schema old.yaml:3');
  });
});

describe.skipIf(process.platform === 'win32')('a hostile repository', () => {
  const { root, workspace } = repository();
  addFiles(workspace, { 'new.yaml': wrong('after') });
  const canary = setTraps(root, temporaryFolder());

  test('the traps are live: ordinary git runs them', () => {
    try {
      gitIn(root, 'status');
      gitIn(root, 'diff');
    } catch {
      // what the script spoils is of no interest
    }
    expect(canary.sung()).not.toBe('');
  });
  test('validate, --since and --as-of run nothing of it', async () => {
    expect((await qms(['-C', workspace, 'validate'])).status).toBe(1);
    const { found, stderr } = await since(workspace, 'HEAD');
    expect(stderr).toBe('');
    expect(found).toContain('load/schema new.yaml:3');
    const runs = await Promise.all(['HEAD', '2004-01-01', '2100-01-01'].map((asOf) => qms(['-C', workspace, 'register', '--as-of', asOf])));
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0]);
    expect(canary.sung()).toBe('');
  });
  test('an object that is missing is not fetched', async () => {
    const oid = gitIn(root, '-c', 'core.fsmonitor=false', 'rev-parse', 'HEAD:old.yaml');
    canary.sung();
    rmSync(join(root, '.git', 'objects', oid.slice(0, 2), oid.slice(2)));
    const { status } = await since(workspace, 'HEAD');
    expect([1, 2]).toContain(status);
    expect(canary.sung()).toBe('');
  });
});
